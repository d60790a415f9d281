package org.spolia.symbolic.library.scoring;

/** The entries with the highest scores, best first. */
public final class TopK {
    private final int[] entries;
    private final float[] scores;
    private int count;

    public TopK(int most) {
        entries = new int[most];
        scores = new float[most];
    }

    /** Selects the best of all scores above {@code least}. */
    public void of(float[] all, int length, float least) {
        count = 0;
        float bar = least;
        for (int entry = 0; entry < length; entry++) {
            if (all[entry] > bar) {
                insert(entry, all[entry]);
                bar = count == entries.length ? Math.max(least, scores[count - 1]) : least;
            }
        }
    }

    private void insert(int entry, float score) {
        int at = count < entries.length ? count++ : count - 1;
        while (at > 0 && scores[at - 1] < score) {
            scores[at] = scores[at - 1];
            entries[at] = entries[at - 1];
            at--;
        }
        scores[at] = score;
        entries[at] = entry;
    }

    public int count() {
        return count;
    }

    public int entry(int rank) {
        return entries[rank];
    }

    public float score(int rank) {
        return scores[rank];
    }
}
