package io.recital.models.governance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of governance records. */
public enum RecordKind {
    MEETING("meetings", Meeting.class),
    ACTION("actions", CorrectiveAction.class),
    OBJECTIVE("objectives", Objective.class),
    RISK("risks", Risk.class),
    IDEA("ideas", Idea.class),
    DISPUTE("disputes", Dispute.class),
    GAIN_SHARE("gain-shares", GainShare.class),
    COMMENT("comments", Comment.class);

    private final String plural;
    private final Class<? extends GovernanceRecord> type;

    RecordKind(String plural, Class<? extends GovernanceRecord> type) {
        this.plural = plural;
        this.type = type;
    }

    /** By which they are asked for, such as {@code gain-shares}. */
    public String plural() {
        return plural;
    }

    public Class<? extends GovernanceRecord> type() {
        return type;
    }

    public static RecordKind of(GovernanceRecord record) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(record))
                .findFirst()
                .orElseThrow();
    }

    /** The one that is called so, in the plural or the singular. */
    public static Optional<RecordKind> find(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.plural.equals(plain)
                        || kind.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(plain))
                .findFirst();
    }
}
