package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JdbcJobsTest {
    private final Repositories store = SharedDatabase.repositories();
    private final JdbcJobs jobs = store.jobs();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private void run(Runnable work) {
        SharedDatabase.get().tenancy().run(tenant, work);
    }

    private JobItem.Waiting file(String name) {
        Sha256 sha256 = inTenant(() -> store.originals().store(Samples.bytes(name)));
        return new JobItem.Waiting(NewDocument.of(name), sha256);
    }

    private UUID job(String... names) {
        List<JobItem.Waiting> files = List.of(names).stream().map(this::file).toList();
        return inTenant(() -> jobs.create(files));
    }

    private JobItem claim(UUID job) {
        return inTenant(() -> jobs.claimNext(job)).orElseThrow();
    }

    @Test
    void countsFilesPassagesAndFindings() {
        UUID job = job("a.pdf", "b.pdf", "c.pdf");
        run(() -> jobs.start(job));
        JobItem first = claim(job);
        run(() -> jobs.finishItem(first.id(), new JobItem.Outcome(ItemState.INGESTED, null, null, null, 12, 5)));
        JobItem second = claim(job);
        run(() -> jobs.reportPassages(second.id(), 4));

        Job progress = inTenant(() -> jobs.get(job));

        assertThat(progress.state()).isEqualTo(JobState.RUNNING);
        assertThat(progress.total()).isEqualTo(3);
        assertThat(progress.finished()).isEqualTo(1);
        assertThat(progress.files(ItemState.WAITING)).isEqualTo(1);
        assertThat(progress.files(ItemState.RUNNING)).isEqualTo(1);
        assertThat(progress.passages()).isEqualTo(16);
        assertThat(progress.findings()).isEqualTo(5);
    }

    @Test
    void aKilledJobGoesOnWithTheFileThatItHadInHand() {
        UUID job = job("a.pdf", "b.pdf");
        run(() -> jobs.start(job));
        JobItem inHand = claim(job);

        run(() -> jobs.start(job));

        JobItem again = claim(job);
        assertThat(again.id()).isEqualTo(inHand.id());
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void endsWhenEveryFileHasEnded() {
        UUID job = job("a.pdf");
        run(() -> jobs.start(job));
        JobItem item = claim(job);

        assertThat(inTenant(() -> jobs.finish(job))).isFalse();
        run(() -> jobs.finishItem(item.id(), JobItem.Outcome.of(ItemState.REFUSED, "The file is empty.")));
        run(() -> jobs.finishItem(item.id(), JobItem.Outcome.of(ItemState.FAILED, "too late")));
        assertThat(inTenant(() -> jobs.finish(job))).isTrue();

        Job done = inTenant(() -> jobs.get(job));
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.finishedAt()).isNotNull();
        assertThat(inTenant(() -> jobs.listItems(job)))
                .singleElement()
                .satisfies(ended -> assertThat(ended.reason()).isEqualTo("The file is empty."));
        assertThat(inTenant(jobs::listUnfinished)).doesNotContain(job);
    }

    @Test
    void unpackingAnArchiveAgainAddsNothing() {
        UUID job = job("deal.zip");
        JobItem archive = claim(job);
        List<JobItem.Waiting> members = List.of(file("x/msa.pdf"), file("x/sow.pdf"), file("x/sow.pdf"));

        run(() -> jobs.addMembers(archive, members));
        run(() -> jobs.addMembers(archive, members));

        assertThat(inTenant(() -> jobs.listItems(job)))
                .extracting(item -> item.file().file())
                .containsExactly("deal.zip", "x/msa.pdf", "x/sow.pdf", "x/sow.pdf");
    }

    @Test
    void givesEachFileToOneWorkerOnly() {
        UUID job = job("a.pdf", "b.pdf");

        assertThat(claim(job).file().file()).isEqualTo("a.pdf");
        assertThat(claim(job).file().file()).isEqualTo("b.pdf");
        Optional<JobItem> none = inTenant(() -> jobs.claimNext(job));
        assertThat(none).isEmpty();
    }

    @Test
    void keepsARemarkOnce() {
        UUID job = job("a.pdf");
        run(() -> jobs.addNote(job, "The language model was not available."));
        run(() -> jobs.addNote(job, "The language model was not available."));

        assertThat(inTenant(() -> jobs.get(job)).notes()).containsExactly("The language model was not available.");
    }

    @Test
    void pagesThroughJobsNewestFirst() {
        UUID first = job("a.pdf");
        UUID second = job("b.pdf");
        UUID third = job("c.pdf");

        Page<Job> page = inTenant(() -> jobs.list(null, 2));
        Page<Job> rest = inTenant(() -> jobs.list(page.next(), 2));

        assertThat(page.items()).extracting(Job::id).containsExactly(third, second);
        assertThat(rest.items()).extracting(Job::id).containsExactly(first);
        assertThat(rest.next()).isNull();
    }
}
