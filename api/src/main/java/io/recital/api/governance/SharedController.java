package io.recital.api.governance;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ShareFilter;
import io.recital.models.fact.Period;
import io.recital.models.governance.Comment;
import io.recital.models.governance.Dispute;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.Side;
import io.recital.models.governance.report.SharedScorecard;
import io.recital.models.maturity.Share;
import io.recital.models.report.ReportQuestion;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.Ledgers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a counterparty sees of itself with a token: its own scorecard, comments and disputes, and nothing else. */
@RestController
@RequestMapping(ShareFilter.PATH)
@Tag(name = "Shared view")
class SharedController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Ledgers ledgers;
    private final Clock clock;

    SharedController(Repositories store, Tenancy tenancy, Ledgers ledgers, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** The scorecard as the counterparty sees it. */
    record SharedView(
            String counterparty,
            Period window,
            @Nullable BigDecimal score,
            Map<ScorePart, Integer> weights,
            Map<ScorePart, Share> parts,
            List<SharedScorecard.Measured> measures,
            List<CommentView> comments,
            List<DisputeView> disputes) {
        static SharedView of(SharedScorecard card) {
            return new SharedView(
                    card.counterparty(),
                    card.window(),
                    card.score(),
                    card.parts().keySet().stream()
                            .collect(java.util.stream.Collectors.toMap(part -> part, card.weights()::of)),
                    card.parts(),
                    card.measures(),
                    card.comments().stream().map(CommentView::of).toList(),
                    card.disputes().stream().map(DisputeView::of).toList());
        }
    }

    /** A comment of either side. */
    record CommentView(Side side, String author, @Nullable String measurement, String text, LocalDate on) {
        static CommentView of(Comment comment) {
            return new CommentView(
                    comment.side(), comment.author(), comment.measurement(), comment.text(), comment.on());
        }
    }

    /** A dispute of either side. */
    record DisputeView(
            Side side, String raisedBy, String measurement, String reason, LocalDate raisedOn, Dispute.State state) {
        static DisputeView of(Dispute dispute) {
            return new DisputeView(
                    dispute.side(),
                    dispute.raisedBy(),
                    dispute.measurement(),
                    dispute.reason(),
                    dispute.raisedOn(),
                    dispute.state());
        }
    }

    /** What the counterparty says. */
    record CommentRequest(
            @Nullable String by,
            @Nullable String text,
            @Nullable String measurement) {}

    /** Which measurement the counterparty holds to be wrong, and why. */
    record DisputeRequest(
            @Nullable String by,
            @Nullable String measurement,
            @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "See the scorecard that is shared with you",
            description = "Your own score of a year, its parts, what each measure came to, comments and disputes.")
    SharedView get(
            @Parameter(hidden = true) @RequestAttribute(ShareFilter.SHARE) ShareFilter.Opened opened,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        return SharedView.of(card(opened, asOf));
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Comment on your performance or on a measurement",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"by\": \"L. Brandt\", \"text\": \"The new shift starts in July.\"}"))))
    CommentView comment(
            @Parameter(hidden = true) @RequestAttribute(ShareFilter.SHARE) ShareFilter.Opened opened,
            @RequestBody CommentRequest request) {
        String row = request.measurement();
        if (row != null) {
            requireOwn(opened, row);
        }
        Comment comment = ProblemException.valid(() -> new Comment(
                opened.share().counterparty(),
                Side.THEIRS,
                given(request.by()),
                row,
                given(request.text()),
                LocalDate.now(clock)));
        add(opened, comment);
        return CommentView.of(comment);
    }

    @PostMapping("/disputes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Dispute a measurement",
            description = "Nothing that rests on it is claimed until the dispute is settled.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"by\": \"L. Brandt\", \"measurement\": \"T-M-2025-09-SL1\", \"reason\": \"The outage of 4 September was agreed maintenance.\"}"))))
    DisputeView dispute(
            @Parameter(hidden = true) @RequestAttribute(ShareFilter.SHARE) ShareFilter.Opened opened,
            @RequestBody DisputeRequest request) {
        String row = given(request.measurement());
        requireOwn(opened, row);
        Dispute dispute = ProblemException.valid(() -> new Dispute(
                opened.share().counterparty(),
                row,
                Side.THEIRS,
                given(request.by()),
                given(request.reason()),
                LocalDate.now(clock),
                Dispute.State.OPEN,
                null));
        tenancy.run(opened.tenant(), () -> {
            boolean before = store.governance().load(null).list(Dispute.class, dispute.counterparty()).stream()
                    .map(Recorded::content)
                    .anyMatch(other -> other.measurement().equals(row) && other.state() != Dispute.State.WITHDRAWN);
            if (before) {
                throw new ProblemException(
                        HttpStatus.CONFLICT, "disputed-before", "This measurement was disputed before; comment on it.");
            }
            add(opened, dispute);
        });
        return DisputeView.of(dispute);
    }

    private void add(ShareFilter.Opened opened, GovernanceRecord record) {
        tenancy.call(
                opened.tenant(),
                () -> store.governance().add(record, "token “" + opened.share().name() + "”"));
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** That of another counterparty is not told apart from one that does not exist. */
    private void requireOwn(ShareFilter.Opened opened, String row) {
        boolean own = question(opened, null).standings().stream()
                .flatMap(standing -> standing.dossier().facts().measurements().stream())
                .anyMatch(measurement -> measurement.id().equals(row));
        if (!own) {
            throw ProblemException.notFound("measurement", row);
        }
    }

    private ReportQuestion question(ShareFilter.Opened opened, @Nullable LocalDate asOf) {
        UUID counterparty = opened.share().counterparty();
        return ledgers.question(opened.tenant(), counterparty, Ledgers.ALWAYS, asOf);
    }

    private SharedScorecard card(ShareFilter.Opened opened, @Nullable LocalDate asOf) {
        ReportQuestion question = question(opened, asOf);
        return question.standings().stream()
                .findFirst()
                .map(standing -> SharedScorecard.of(standing, question.governance()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "not-found", "There is no scorecard of you: no contract is kept."));
    }
}
