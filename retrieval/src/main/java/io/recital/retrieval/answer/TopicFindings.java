package io.recital.retrieval.answer;

import io.recital.models.finding.Finding;
import io.recital.retrieval.plan.Topic;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Statement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The findings of the kinds that a question asks for, and the statements that they rest on. */
final class TopicFindings {
    private static final int MOST = 200;

    private final Understanding question;
    private final Map<Topic, List<Finding>> findings;

    /** Asked for in the name of a tenant. */
    TopicFindings(Evidence evidence, Set<UUID> contracts) {
        this.question = evidence.question();
        this.findings = findings(evidence, contracts);
    }

    /** A finding of the kind asked for, and that kind. */
    record Found(Topic topic, Finding finding) {}

    /** A finding of the kind asked for covers the words that ask for the kind. */
    Set<String> besides(Topic topic, Set<String> wanted) {
        Set<String> rest = new LinkedHashSet<>(wanted);
        rest.removeAll(topic.wordsIn(question.asked()));
        rest.removeAll(topic.wordsIn(question.subject()));
        return rest;
    }

    private static Map<Topic, List<Finding>> findings(Evidence evidence, Set<UUID> contracts) {
        Map<Topic, List<Finding>> found = new HashMap<>();
        for (Topic topic : evidence.question().topics()) {
            Set<String> types = topic.type() == null ? Set.of() : Set.of(topic.type());
            found.put(
                    topic,
                    contracts.isEmpty()
                            ? List.of()
                            : evidence.run()
                                    .findings(new TypedQuery.Findings(topic.kind(), types, contracts, "", MOST)));
        }
        return found;
    }

    /** The first that rests on a statement; null when none does. */
    @Nullable
    Found on(Statement statement) {
        for (Topic topic : question.topics()) {
            for (Finding finding : findings.getOrDefault(topic, List.of())) {
                if (finding.document().equals(statement.contract().document())
                        && finding.citations().stream()
                                .anyMatch(citation -> citation.span().overlaps(statement.place()))) {
                    return new Found(topic, finding);
                }
            }
        }
        return null;
    }
}
