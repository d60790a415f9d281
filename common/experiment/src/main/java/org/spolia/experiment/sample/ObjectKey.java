package org.spolia.experiment.sample;

import org.jspecify.annotations.Nullable;

/**
 * The key of an object of a survey.
 *
 * @param row the row in the file
 * @param objectId the id in the survey
 */
public record ObjectKey(String file, Long row, @Nullable String objectId) implements SampleKey {
    @Override
    public String subject() {
        return file + " row " + row;
    }

    @Override
    public String inWords() {
        return subject();
    }
}
