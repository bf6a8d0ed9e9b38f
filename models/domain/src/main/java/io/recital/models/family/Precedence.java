package io.recital.models.family;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which contract of a family has the last word over which others on a day, where both say something of a subject. */
final class Precedence {
    private static final Set<RelationKind> BELONGS =
            Set.of(RelationKind.SCHEDULE_TO, RelationKind.SUPPLEMENTS, RelationKind.AMENDS, RelationKind.RESTATES);

    private final List<FamilyMember> counting;
    private final List<DocumentRelation> relations;
    private final Map<UUID, Set<UUID>> below = new HashMap<>();

    /**
     * @param counting those that count on the day, the latest first
     * @param relations those that are in effect on the day
     */
    Precedence(List<FamilyMember> counting, List<DocumentRelation> relations) {
        this.counting = List.copyOf(counting);
        this.relations = List.copyOf(relations);
    }

    /** Whether what the one says of a subject takes the place of what the other says of it. */
    boolean hasTheLastWord(UUID one, UUID other) {
        return below.computeIfAbsent(one, this::reach).contains(other);
    }

    /** Whether the one is a change of the other itself; of two changes of one contract neither has the other's clauses. */
    boolean changes(UUID one, UUID other) {
        return isRelated(RelationKind.AMENDS, one, other) && !isRelated(RelationKind.AMENDS, other, null);
    }

    /** The same under one order, whose own terms come first where the agreement does not insist on its own. */
    boolean hasTheLastWordUnder(UUID order, UUID one, UUID other) {
        boolean ofTheOrder = belongsTo(one, order);
        boolean overTheOrder = belongsTo(other, order);
        if (hasTheLastWord(one, other)) {
            return ofTheOrder || !overTheOrder || !prevails(order, one);
        }
        return ofTheOrder && !overTheOrder && prevails(order, other);
    }

    /** Whether a member is an order, a schedule to it or a change of it, and of nothing else. */
    boolean belongsTo(UUID member, UUID order) {
        return belongsTo(member, order, Set.of());
    }

    private boolean belongsTo(UUID member, UUID order, Set<UUID> passed) {
        if (member.equals(order)) {
            return true;
        }
        Set<UUID> here = new HashSet<>(passed);
        List<UUID> targets = targets(member);
        return here.add(member)
                && !targets.isEmpty()
                && targets.stream().allMatch(target -> belongsTo(target, order, here));
    }

    private List<UUID> targets(UUID member) {
        return relations.stream()
                .filter(relation -> BELONGS.contains(relation.kind())
                        && relation.contract().equals(member)
                        && relation.to() != null
                        && !member.equals(relation.to()))
                .map(DocumentRelation::to)
                .toList();
    }

    /** An order prevails for itself, unless the agreement says that it prevails and the order does not object. */
    private boolean prevails(UUID order, UUID other) {
        boolean objects = isRelated(RelationKind.OVERRIDES, order, null);
        return objects || !isRelated(RelationKind.OVERRIDES, other, order);
    }

    private boolean isRelated(RelationKind kind, UUID from, @Nullable UUID to) {
        return relations.stream()
                .anyMatch(relation -> relation.kind() == kind
                        && relation.contract().equals(from)
                        && (to == null || to.equals(relation.to())));
    }

    private Set<UUID> reach(UUID from) {
        Set<UUID> reached = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (UUID next : directly(open.pop(), from)) {
                if (!next.equals(from) && reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private Set<UUID> directly(UUID member, UUID from) {
        Set<UUID> next = new HashSet<>();
        for (DocumentRelation relation : relations) {
            UUID to = relation.to();
            if (to == null) {
                continue;
            }
            boolean takes = relation.kind() == RelationKind.AMENDS
                    || relation.kind() == RelationKind.RESTATES
                    || (relation.kind() == RelationKind.OVERRIDES && !isOnlyForItself(member, to));
            if (takes && relation.contract().equals(member)) {
                next.add(to);
                next.addAll(earlierChangesOf(to, from));
            }
            if (relation.kind() == RelationKind.SCHEDULE_TO && to.equals(member) && !member.equals(from)) {
                next.add(relation.contract());
            }
        }
        return next;
    }

    /** What an order says differently, it says for itself. */
    private boolean isOnlyForItself(UUID member, UUID to) {
        return isRelated(RelationKind.SUPPLEMENTS, member, to);
    }

    private List<UUID> earlierChangesOf(UUID changed, UUID from) {
        List<UUID> ids = counting.stream().map(member -> member.contract().id()).toList();
        return relations.stream()
                .filter(relation -> relation.kind() == RelationKind.AMENDS && changed.equals(relation.to()))
                .map(DocumentRelation::contract)
                .filter(other -> ids.indexOf(other) > ids.indexOf(from) && !isRelated(RelationKind.AMENDS, other, from))
                .toList();
    }
}
