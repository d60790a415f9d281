package org.spolia.embedding.token;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A spectrum as tokens. The first token is the brightness: the bin of log10(mean + 1). The others are patches of its
 * shape, arcsinh(flux/mean - 1) on a grid of wavelengths that is the same for all spectra, so spectra of other
 * instruments can be encoded. Cells without a good pixel are interpolated between their neighbours; a patch with fewer
 * than half of its cells is absent.
 *
 * @param spectrum NAME of columns NAME_flux, NAME_ivar, NAME_lambda and NAME_mask
 * @param grid the grid of wavelengths, a multiple of patches long
 * @param brightness quantiles of log10(mean + 1), in the unit of the flux
 * @param patch the codec of patches
 */
public record SpectrumCodec(String spectrum, SpectrumGrid grid, Quantiles brightness, PatchCodec patch)
        implements Codec {
    /** The lower limit of the mean, which may be noise only; it bounds quotients by the mean. */
    private static final double LEAST_MEAN = 0.01;

    public SpectrumCodec {
        Checks.requireNamed(spectrum, "spectrum");
        Checks.require(grid, "grid");
        Checks.require(brightness, "brightness");
        Checks.require(patch, "patch");
        if (grid.cells() % patch.values() != 0) {
            throw new IllegalArgumentException("the grid of spectrum '" + spectrum + "' has " + grid.cells()
                    + " cells, which is not a multiple of the " + patch.values() + " cells of a patch");
        }
    }

    @Override
    public List<String> columns() {
        return new SpectrumColumns(spectrum).all();
    }

    @Override
    public int tokens() {
        return 1 + grid.cells() / patch.values();
    }

    @Override
    public int vocabulary() {
        return patch.codes() + brightness.bins();
    }

    @Override
    public Optional<String> problem(Map<String, float[]> values) {
        return Spectrum.problem(values, new SpectrumColumns(spectrum));
    }

    @Override
    public int[] encode(Map<String, float[]> values) {
        int[] codes = new int[tokens()];
        Arrays.fill(codes, ABSENT);
        Spectrum.of(values, new SpectrumColumns(spectrum)).ifPresent(found -> encode(found, codes));
        return codes;
    }

    private void encode(Spectrum found, int[] codes) {
        double mean = found.mean();
        if (Double.isNaN(mean)) {
            return;
        }
        codes[0] = patch.codes() + brightness.bin(brightness(mean));
        List<double[]> patches = patches(grid, found, patch.values());
        for (int place = 0; place < patches.size(); place++) {
            double[] values = patches.get(place);
            codes[1 + place] = values.length == 0 ? ABSENT : patch.code(values);
        }
    }

    static double brightness(double mean) {
        return Math.log10(Math.max(LEAST_MEAN, mean) + 1);
    }

    /** Returns the patches of the shape of a spectrum; empty where too few cells have a good pixel. */
    static List<double[]> patches(SpectrumGrid grid, Spectrum spectrum, int width) {
        double mean = Math.max(LEAST_MEAN, spectrum.mean());
        double[] cells = grid.project(spectrum);
        boolean[] found = new boolean[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            found[cell] = !Double.isNaN(cells[cell]);
            cells[cell] = arcsinh(cells[cell] / mean - 1);
        }
        Gaps.fill(cells);
        double[][] patches = new double[cells.length / width][];
        for (int place = 0; place < patches.length; place++) {
            int good = 0;
            for (int cell = place * width; cell < (place + 1) * width; cell++) {
                good += found[cell] ? 1 : 0;
            }
            patches[place] =
                    2 * good < width ? new double[0] : Arrays.copyOfRange(cells, place * width, (place + 1) * width);
        }
        return List.of(patches);
    }

    static double arcsinh(double value) {
        return Math.copySign(Math.log(Math.abs(value) + Math.sqrt(value * value + 1)), value);
    }

    /** Returns the shape of the code of a patch, arcsinh(flux/mean - 1) in each of its cells. */
    public double[] shape(int code) {
        return patch.patch(code);
    }

    @Override
    public double[] coordinates(int code) {
        int axes = patch.scalars().levels().size();
        double[] coordinates = new double[axes + 1];
        Arrays.fill(coordinates, Double.NaN);
        if (code < patch.codes()) {
            System.arraycopy(patch.scalars().numbers(code), 0, coordinates, 0, axes);
        } else {
            coordinates[axes] = BinCentre.of(code - patch.codes(), brightness.bins());
        }
        return coordinates;
    }
}
