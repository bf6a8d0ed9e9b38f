package io.recital.samples;

import java.io.IOException;

/** Makes the file of one format from a source; the same source always gives the same bytes. */
interface Renderer {
    byte[] render(SourceDocument source) throws IOException;
}
