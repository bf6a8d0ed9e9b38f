package io.recital.models.inference;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Keeps ONNX Runtime from reporting its use.
 *
 * <p>Since 1.29 its Linux and macOS builds send events to their maker unless the environment says otherwise, and on
 * the way there crash the process when its command line is longer than 4096 bytes. The switch is an environment
 * variable that must be set before the library loads, so it is set in this very process.
 */
final class RuntimeTelemetry {
    private static final String SWITCH = "ORT_DISABLE_TELEMETRY";

    /** The C library's environment. */
    public interface Environment extends Library {
        int setenv(String name, String value, int overwrite);

        String getenv(String name);
    }

    private RuntimeTelemetry() {}

    /** Switches it off; call it before anything of ONNX Runtime is loaded. */
    static void disable() {
        if (Platform.isWindows()) {
            return;
        }
        Environment environment = Native.load("c", Environment.class);
        if (environment.setenv(SWITCH, "1", 1) != 0) {
            throw new InferenceException(
                    InferenceException.Category.RUN, "Cannot set " + SWITCH + "=1; set it before starting Java");
        }
    }

    /** Whether the native side sees it switched off. */
    static boolean isDisabled() {
        return "1".equals(Native.load("c", Environment.class).getenv(SWITCH));
    }
}
