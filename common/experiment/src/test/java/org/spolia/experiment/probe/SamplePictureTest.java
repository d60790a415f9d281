package org.spolia.experiment.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SamplePictureTest {

    @Test
    void timeRunsDownwardsOnAGridOfOneAxis() throws IOException {
        BufferedImage picture = picture(new float[] {-1, 0, 1, 3, 3, 3}, 2, List.of(3));

        assertThat(picture.getWidth()).isEqualTo(3);
        assertThat(picture.getHeight()).isEqualTo(2);
        assertThat(greys(picture)).containsExactly(0, 64, 128, 255, 255, 255);
    }

    @Test
    void theFirstFrameIsShownOnAGridOfTwoAxes() throws IOException {
        BufferedImage picture = picture(new float[] {0, 1, 2, 3, 9, 9, 9, 9}, 2, List.of(2, 2));

        assertThat(greys(picture)).containsExactly(0, 85, 170, 255);
    }

    @Test
    void largeSamplesLosePoints() throws IOException {
        BufferedImage picture = picture(new float[1000], 1, List.of(1000));

        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(picture.getHeight()).isEqualTo(1);
    }

    @Test
    void valuesThatAreNoNumbersHaveNone() {
        assertThat(SamplePicture.png(new float[] {0, Float.NaN}, 1, List.of(2))).isEmpty();
    }

    private static BufferedImage picture(float[] values, int frames, List<Integer> extent) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(
                SamplePicture.png(values, frames, extent).orElseThrow()));
    }

    private static int[] greys(BufferedImage picture) {
        int width = picture.getWidth();
        return picture.getRaster().getSamples(0, 0, width, picture.getHeight(), 0, (int[]) null);
    }
}
