package io.recital.models.inference;

import java.io.InputStream;

/** Opens weights and tokenizers that come as resources of a jar. */
final class Resources {
    private Resources() {}

    static InputStream open(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        InputStream in = loader == null ? null : loader.getResourceAsStream(path);
        if (in == null) {
            in = Resources.class.getClassLoader().getResourceAsStream(path);
        }
        if (in == null) {
            throw new InferenceException(
                    InferenceException.Category.WEIGHTS,
                    "The resource " + path + " is not on the class path; add the jar that holds it");
        }
        return in;
    }
}
