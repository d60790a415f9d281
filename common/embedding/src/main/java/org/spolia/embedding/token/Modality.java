package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A modality before its codec is fitted to objects. */
public sealed interface Modality extends Serializable {
    /** The bins of numbers, and of the brightness of spectra. */
    int BINS = 256;

    /** The levels of the components of a patch: 875 codes, similar in number to those of AION-1. */
    FiniteScalars LEVELS = new FiniteScalars(List.of(7, 5, 5, 5));

    /** The columns of the modality. */
    List<String> columns();

    /**
     * Fits the codec to objects.
     *
     * @param objects the values of columns, by name
     * @throws IllegalArgumentException if they are too few, or differ in shape
     */
    Codec fit(List<Map<String, float[]>> objects);

    /** A number of an object, by the quantiles of its values. */
    record Scalar(String column) implements Modality {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public Codec fit(List<Map<String, float[]>> objects) {
            double[] values = objects.stream()
                    .map(object -> object.get(column))
                    .flatMap(value -> Optional.ofNullable(value).stream())
                    .mapToDouble(value -> value[0])
                    .toArray();
            return new ScalarCodec(column, Quantiles.of(values, BINS));
        }
    }

    /** A redshift, by equal bins of AION-1's range of redshifts. */
    record Redshift(String column) implements Modality {
        private static final double GREATEST = 6;
        private static final int PARTS = 1024;

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public Codec fit(List<Map<String, float[]>> objects) {
            return new GridCodec(column, 0, GREATEST, PARTS);
        }
    }

    /** A spectrum, on a grid over the wavelengths of all objects. */
    record OfSpectrum(String name) implements Modality {
        private static final int WIDTH = 16;
        private static final int PATCHES = 24;

        @Override
        public List<String> columns() {
            return new SpectrumColumns(name).all();
        }

        @Override
        public Codec fit(List<Map<String, float[]>> objects) {
            List<Spectrum> spectra = objects.stream()
                    .filter(object ->
                            Spectrum.problem(object, new SpectrumColumns(name)).isEmpty())
                    .flatMap(object -> Spectrum.of(object, new SpectrumColumns(name)).stream())
                    .filter(spectrum -> !Double.isNaN(spectrum.mean()))
                    .toList();
            double first = Double.POSITIVE_INFINITY;
            double last = Double.NEGATIVE_INFINITY;
            for (Spectrum spectrum : spectra) {
                for (int pixel = 0; pixel < spectrum.pixels(); pixel++) {
                    first = Math.min(first, spectrum.wavelength(pixel));
                    last = Math.max(last, spectrum.wavelength(pixel));
                }
            }
            if (!(first < last)) {
                throw new IllegalArgumentException("no object has a spectrum '" + name + "' with a good pixel");
            }
            int cells = WIDTH * PATCHES;
            SpectrumGrid grid = new SpectrumGrid(first, (last - first) / (cells - 1), cells);
            double[] brightness = spectra.stream()
                    .mapToDouble(spectrum -> SpectrumCodec.brightness(spectrum.mean()))
                    .toArray();
            List<double[]> patches = spectra.stream()
                    .flatMap(spectrum -> SpectrumCodec.patches(grid, spectrum, WIDTH).stream())
                    .filter(patch -> patch.length > 0)
                    .toList();
            return new SpectrumCodec(name, grid, Quantiles.of(brightness, BINS), PatchCodec.of(patches, LEVELS));
        }
    }

    /**
     * An image in several bands.
     *
     * @param bands the number of its bands
     */
    record Image(String column, int bands, int height, int width) implements Modality {
        private static final int SIDE = 4;

        public Image {
            ImageCodec.requireTiles(column, bands, height, width, SIDE);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public Codec fit(List<Map<String, float[]>> objects) {
            List<float[]> images = objects.stream()
                    .map(object -> object.get(column))
                    .flatMap(image -> Optional.ofNullable(image).stream())
                    .filter(image -> image.length == bands * height * width)
                    .toList();
            double softening = typicalSize(images);
            List<double[]> patches = new ArrayList<>();
            for (float[] image : images) {
                ImageCodec.patches(image, bands, height, width, SIDE, softening).stream()
                        .filter(patch -> Arrays.stream(patch).allMatch(Double::isFinite))
                        .forEach(patches::add);
            }
            return new ImageCodec(column, bands, height, width, SIDE, softening, PatchCodec.of(patches, LEVELS));
        }

        /** The median of the absolute values, most of which are noise of the sky. */
        private double typicalSize(List<float[]> images) {
            double[] sizes = images.stream()
                    .flatMapToDouble(image -> IntStream.range(0, image.length).mapToDouble(i -> Math.abs(image[i])))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            double typical = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
            if (typical == 0) {
                throw new IllegalArgumentException("most values of image '" + column + "' are 0 or missing");
            }
            return typical;
        }
    }
}
