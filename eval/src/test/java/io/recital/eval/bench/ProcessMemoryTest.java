package io.recital.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    private static final int SIZE = 64 << 20;

    @Test
    void thePeakSeesWhatWasTouchedOutsideTheHeapSinceItWasForgotten() {
        assumeThat(ProcessMemory.forgetPeak()).as("the kernel counts peaks").isTrue();
        long before = ProcessMemory.resident().orElseThrow();
        ByteBuffer touched = ByteBuffer.allocateDirect(SIZE);
        for (int i = 0; i < SIZE; i += 1024) {
            touched.put(i, (byte) 1);
        }

        assertThat(ProcessMemory.peak().orElseThrow() - before).isGreaterThan(SIZE * 9L / 10);
    }

    @Test
    void whatIsHeldOnTheHeapIsAlive() {
        long before = ProcessMemory.heapAlive();
        byte[] held = new byte[SIZE];
        held[0] = 1;

        assertThat(ProcessMemory.heapAlive() - before).isGreaterThan(SIZE / 2);
        assertThat(held[0]).isEqualTo((byte) 1);
    }
}
