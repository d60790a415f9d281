package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Converts an object to the input of a model: the codes of each modality, one after another.
 *
 * @param codecs the codecs of the modalities
 * @param numbering the numbering of the codes
 */
public record Tokeniser(List<Codec> codecs, Numbering numbering) implements Serializable {
    /** The numbering of the codes of several modalities. */
    public enum Numbering {
        /** 0 is absent; the codes of a modality start at 1, or after those of the previous modality. */
        JOINT,
        /** Codes are not shifted, for one input for each modality; none may be absent. */
        SEPARATE
    }

    public Tokeniser {
        Checks.require(codecs, "codecs");
        Checks.require(numbering, "numbering");
        codecs = List.copyOf(codecs);
        Set<String> names = new HashSet<>();
        for (Codec codec : codecs) {
            if (!names.add(codec.name())) {
                throw new IllegalArgumentException("two codecs are of '" + codec.name() + "'; each must be of another");
            }
        }
        if (codecs.isEmpty()) {
            throw new IllegalArgumentException("codecs are missing; there must be one or more");
        }
    }

    /** The number of tokens of an object. */
    public int tokens() {
        return codecs.stream().mapToInt(Codec::tokens).sum();
    }

    /** The number of different tokens if all modalities are numbered together, including the absent one. */
    public int vocabulary() {
        return 1 + codecs.stream().mapToInt(Codec::vocabulary).sum();
    }

    /** The names of the modalities: the first column of each. */
    public List<String> names() {
        return codecs.stream().map(Codec::name).toList();
    }

    /** The columns of some modalities. */
    public List<String> columns(Collection<String> modalities) {
        return codecs.stream()
                .filter(codec -> modalities.contains(codec.name()))
                .flatMap(codec -> codec.columns().stream())
                .toList();
    }

    /** The range of tokens of a modality: its first, and one after its last. */
    public int[] range(int codec) {
        int first = codecs.subList(0, codec).stream().mapToInt(Codec::tokens).sum();
        return new int[] {first, first + codecs.get(codec).tokens()};
    }

    /** The number of the first code of a modality. */
    public int offset(int codec) {
        return numbering == Numbering.SEPARATE
                ? 0
                : 1
                        + codecs.subList(0, codec).stream()
                                .mapToInt(Codec::vocabulary)
                                .sum();
    }

    /**
     * Returns the tokens of an object, or the reason why it has none: a column of another length, or no values at all.
     *
     * @param values the values of columns, by name; columns that are NULL, or not given, are left out
     */
    public TokenisedObject tokenise(Map<String, float[]> values) {
        int[] tokens = new int[tokens()];
        int present = 0;
        int place = 0;
        for (int number = 0; number < codecs.size(); number++) {
            Codec codec = codecs.get(number);
            Optional<String> problem = codec.problem(values);
            if (problem.isPresent()) {
                return TokenisedObject.missing(problem.get());
            }
            for (int code : codec.encode(values)) {
                if (code == Codec.ABSENT && numbering == Numbering.SEPARATE) {
                    return TokenisedObject.missing("there is no value for a token of '" + codec.name()
                            + "', and the encoder needs all values");
                }
                present += code == Codec.ABSENT ? 0 : 1;
                tokens[place++] = code == Codec.ABSENT ? 0 : code + offset(number);
            }
        }
        return present > 0
                ? TokenisedObject.of(tokens)
                : TokenisedObject.missing("there is no value for any of " + String.join(", ", names()));
    }
}
