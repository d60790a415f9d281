package org.spolia.experiment.configuration.data;

import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.data.ContentHash;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Names;

/** Two surveys whose objects are paired by their positions on the sky. */
public record MatchConfig(
        @Key(
                value = "name of the match in table sky_matches",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _, separated by . or -")
        String name,

        @Key(
                value = "table of the first survey, written by stage shard",
                pattern = "surveys\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "surveys.NAME")
        String left,

        @Key(
                value = "table of the second survey",
                pattern = "surveys\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "surveys.NAME")
        String right,

        @Key(value = "largest separation of a pair in arcseconds, inclusive", byDefault = "1", above = 0, atMost = 3600)
        double radiusArcsec,

        @Key(
                value =
                        "one-to-one: pairs whose objects are each other's nearest neighbour, so that no object is in two pairs; all: every pair within the radius",
                byDefault = "one-to-one")
        MatchPairs pairs) {
    public MatchConfig {
        if (left.equals(right)) {
            throw new InvalidValueException(
                    "right",
                    "'" + right + "' is also on the left, and each object is nearest to itself; name another survey");
        }
    }

    /** The hash of everything in the entry. */
    public String id() {
        return ContentHash.of("match").add(CanonicalJson.of(this)).hex();
    }

    /** The value of key {@code pairs}. */
    public String kept() {
        return Names.kebab(pairs);
    }
}
