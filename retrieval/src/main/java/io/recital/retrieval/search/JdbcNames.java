package io.recital.retrieval.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares a question's phrases with the tenant's titles, files, parties and counterparties by their trigrams. */
public final class JdbcNames implements NameRecognition {
    private static final double LEAST_SIMILARITY = 0.6;
    private static final int MOST_NAMES = 50;

    private final JdbcClient jdbc;

    public JdbcNames(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public List<RecognisedName> recognise(String question) {
        return jdbc.sql("""
                select n.* from recognise_names(:question, :threshold, :limit) with ordinality as n
                order by n.ordinality""")
                .param("question", question)
                .param("threshold", LEAST_SIMILARITY)
                .param("limit", MOST_NAMES)
                .query((rs, row) -> new RecognisedName(
                        RecognisedName.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                        rs.getObject("contract_id", UUID.class),
                        rs.getObject("counterparty_id", UUID.class),
                        rs.getString("name"),
                        rs.getString("phrase"),
                        rs.getDouble("similarity"),
                        rs.getInt("rivals")))
                .list();
    }

    @Override
    public List<Set<UUID>> beginningWith(List<String> words) {
        List<Set<UUID>> contracts = new ArrayList<>();
        words.forEach(word -> contracts.add(new HashSet<>()));
        jdbc.sql("select place, contract_id from contracts_beginning_with(:words)")
                .param("words", words.toArray(String[]::new))
                .query(rs -> {
                    contracts.get(rs.getInt("place") - 1).add(rs.getObject("contract_id", UUID.class));
                });
        return contracts;
    }
}
