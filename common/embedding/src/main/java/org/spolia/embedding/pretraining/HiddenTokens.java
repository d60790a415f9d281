package org.spolia.embedding.pretraining;

import java.util.Arrays;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.token.Tokeniser;

/**
 * Which tokens of an object are hidden from the encoder and have to be foretold: all of some modalities, and some of
 * others. Modalities of one token go together, as the fluxes of photometry do.
 */
final class HiddenTokens {
    /** By place of a token, the group that it is in. */
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
     * Whether each token is hidden, a function of the key. One at least is not, and if two are there one at least is.
     *
     * @param tokens of an object, 0 for what is absent, which is not hidden
     * @param share probability that a group is hidden as a whole, and the greatest share that is hidden of others
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

    /** The place of a token among those that are there. */
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
