package org.spolia.experiment.planning;

import java.util.Optional;

/** Where the state of a trial is kept between epochs. */
public interface SavedSearch {
    /** The state that was saved last. */
    Optional<byte[]> load();

    void save(byte[] state);
}
