package org.spolia.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void aFrameIsTheSameHoweverItWasCut() {
        int[] extent = {4, 3, 5};
        float[][] whole = new float[2][60];
        for (int i = 0; i < 60; i++) {
            whole[0][i] = i;
            whole[1][i] = -i;
        }
        FrameJoiner joiner = new FrameJoiner();
        for (int x = 0; x < 4; x += 3) {
            for (int y = 0; y < 3; y += 2) {
                int[] origin = {x, y, 0};
                int[] shape = {Math.min(3, 4 - x), Math.min(2, 3 - y), 5};
                joiner.add(origin, shape, new float[][] {
                    cut(whole[0], extent, origin, shape), cut(whole[1], extent, origin, shape)
                });
            }
        }
        Frame frame = joiner.join(7);

        assertThat(joiner.isEmpty()).isTrue();
        assertThat(frame.step()).isEqualTo(7);
        assertThat(frame.extent()).containsExactly(4, 3, 5);
        assertThat(frame.channels()).isDeepEqualTo(whole);
    }

    @Test
    void aFrameWithoutAllItsTilesHasAReason() {
        FrameJoiner joiner = new FrameJoiner();
        joiner.add(new int[] {0}, new int[] {2}, new float[][] {{1, 2}});
        joiner.add(new int[] {4}, new int[] {2}, new float[][] {{5, 6}});

        assertThat(joiner.join(0).reason()).isEqualTo("tiles of the frame are missing: they have 4 of 6 points");
    }

    @Test
    void windowsStartAtEachStrideAndLieChannelByChannel() {
        List<Window> windows = cut(new WindowCutter(2, 1), 4);

        assertThat(windows.stream().map(Window::step)).containsExactly(0, 1, 2);
        assertThat(windows.get(1).shape()).isEqualTo(new SampleShape(2, 2, List.of(2)));
        assertThat(windows.get(1).values()).containsExactly(10, 11, 20, 21, -10, -11, -20, -21);
    }

    @Test
    void windowsMayOverlapOrLeaveFramesOut() {
        assertThat(cut(new WindowCutter(3, 2), 8).stream().map(Window::step)).containsExactly(0, 2, 4);
        assertThat(cut(new WindowCutter(2, 5), 13).stream().map(Window::step)).containsExactly(0, 5, 10);
    }

    @Test
    void aTrajectoryThatIsTooShortHasAReasonAndTheNextStartsAnew() {
        WindowCutter cutter = new WindowCutter(4, 4);

        assertThat(cut(cutter, 3)).singleElement().satisfies(window -> {
            assertThat(window.step()).isZero();
            assertThat(window.reason()).isEqualTo("the trajectory has 3 frames, and a window 4");
        });
        assertThat(cut(cutter, 9).stream().map(Window::step)).containsExactly(0, 4);
    }

    @Test
    void aWindowWithAFrameThatIsMissingHasItsReason() {
        WindowCutter cutter = new WindowCutter(2, 2);
        cutter.add(Frame.of(0, List.of(1), new float[][] {{1}}));

        assertThat(cutter.add(Frame.missing(1, "column A is NULL"))
                        .orElseThrow()
                        .reason())
                .isEqualTo("step 1: column A is NULL");
    }

    @Test
    void aCoarserGridHasTheMeansOfBlocks() {
        float[] values = {0, 1, 2, 3, 4, 5, 6, 7};
        Frame frame = Frame.of(0, List.of(2, 4), new float[][] {values});

        assertThat(frame.onGrid(List.of(1, 2)).channels()[0]).containsExactly(2.5f, 4.5f);
        assertThat(frame.onGrid(List.of(2, 4)).channels()[0]).containsExactly(values);
        assertThat(frame.onGrid(List.of())).isSameAs(frame);
        assertThat(frame.onGrid(List.of(2, 3)).reason())
                .isEqualTo("a frame of [2, 4] cannot be cut into equal blocks on a grid of [2, 3]");
    }

    private static List<Window> cut(WindowCutter cutter, int frames) {
        List<Window> windows = new ArrayList<>();
        for (int step = 0; step < frames; step++) {
            float[] values = {10 * step, 10 * step + 1};
            float[] negative = {-10 * step, -10 * step - 1};
            cutter.add(Frame.of(step, List.of(2), new float[][] {values, negative}))
                    .ifPresent(windows::add);
        }
        cutter.end().ifPresent(windows::add);
        return windows;
    }

    private static float[] cut(float[] whole, int[] extent, int[] origin, int[] shape) {
        float[] part = new float[shape[0] * shape[1] * shape[2]];
        int to = 0;
        for (int x = 0; x < shape[0]; x++) {
            for (int y = 0; y < shape[1]; y++) {
                for (int z = 0; z < shape[2]; z++) {
                    part[to++] = whole[((origin[0] + x) * extent[1] + origin[1] + y) * extent[2] + origin[2] + z];
                }
            }
        }
        return part;
    }
}
