package io.recital.retrieval.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads passages' vectors by their ids, under the tenant's policy. */
public final class JdbcPassageVectors implements PassageVectors {
    private final JdbcClient jdbc;

    public JdbcPassageVectors(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Map<UUID, float[]> find(Collection<UUID> passages, String model) {
        Map<UUID, float[]> vectors = new HashMap<>();
        jdbc.sql("""
                select id, embedding::real[] as vector from passage
                where id = any(:passages::uuid[]) and embedding_model = :model""")
                .param("passages", passages.toArray(UUID[]::new))
                .param("model", model)
                .query((ResultSet rs) -> {
                    vectors.put(rs.getObject("id", UUID.class), vector(rs.getArray("vector")));
                });
        return vectors;
    }

    private static float[] vector(Array array) throws SQLException {
        Object[] components = (Object[]) array.getArray();
        float[] vector = new float[components.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = ((Number) components[i]).floatValue();
        }
        return vector;
    }
}
