package org.spolia.embedding.pretraining;

import java.util.Arrays;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.token.Tokeniser;

/**
 * The tokens of an object that are hidden from the encoder and must be predicted: all tokens of some modalities, and
 * some of others. Modalities of one token form a group, such as the fluxes of photometry.
 */
final class HiddenTokens {
    /** The group of each token, by its position. */
    private final int[] groups;

    private final int count;

    private HiddenTokens(int[] groups, int count) {
        this.groups = groups;
        this.count = count;
    }

    static HiddenTokens of(Tokeniser tokeniser) {
        int[] groups = new int[tokeniser.tokens()];
        int count = 1;
        for (int codec = 0; codec < tokeniser.codecs().size(); codec++) {
            int[] range = tokeniser.range(codec);
            if (range[1] - range[0] > 1) {
                Arrays.fill(groups, range[0], range[1], count++);
            }
        }
        return new HiddenTokens(groups, count);
    }

    /**
     * Returns whether each token is hidden, as a function of the key. At least one token is shown, and if two are
     * present, at least one is hidden.
     *
     * @param tokens the tokens of an object, 0 for absent tokens, which are not hidden
     * @param share the probability that a group is hidden as a whole, and the greatest hidden share of others
     */
    boolean[] of(float[] tokens, double share, long key) {
        double[] probability = new double[count];
        for (int group = 0; group < count; group++) {
            probability[group] = uniform(key, 2L * group) < share ? 1 : share * uniform(key, 2L * group + 1);
        }
        boolean[] hidden = new boolean[tokens.length];
        int present = 0;
        int shown = 0;
        for (int place = 0; place < tokens.length; place++) {
            if (tokens[place] != 0) {
                hidden[place] = uniform(key, 2L * count + place) < probability[groups[place]];
                present++;
                shown += hidden[place] ? 0 : 1;
            }
        }
        if (present > 0) {
            int chosen = place(tokens, CounterRandom.below(present, key, 2L * count + tokens.length));
            if (shown == 0) {
                showGroupOf(chosen, hidden);
            }
            if (present > 1 && !anyOf(hidden)) {
                hidden[chosen] = true;
            }
        }
        return hidden;
    }

    /** Returns the position of a token among the present ones. */
    private static int place(float[] tokens, int number) {
        int rest = number;
        int place = 0;
        while (tokens[place] == 0 || rest-- > 0) {
            place++;
        }
        return place;
    }

    private void showGroupOf(int chosen, boolean[] hidden) {
        for (int place = 0; place < hidden.length; place++) {
            hidden[place] &= groups[place] != groups[chosen];
        }
    }

    private static boolean anyOf(boolean[] hidden) {
        for (boolean one : hidden) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private static double uniform(long key, long counter) {
        return (CounterRandom.bits(key, counter) >>> 11) * 0x1p-53;
    }
}
