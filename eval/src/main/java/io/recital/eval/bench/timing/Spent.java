package io.recital.eval.bench.timing;

/**
 * What something took, in seconds.
 *
 * @param clock that went by; on a busy machine more than it would be on a quiet one
 * @param ours on a processor, of this process
 * @param database on a processor, of the database's processes; 0 where the system does not say
 */
public record Spent(double clock, double ours, double database) {
    Spent minus(Spent before) {
        return new Spent(clock - before.clock, ours - before.ours, database - before.database);
    }
}
