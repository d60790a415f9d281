package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model is given of an object: the codes of each modality, one after the other.
 *
 * @param codecs of the modalities
 * @param numbering of the codes
 */
public record Tokeniser(List<Codec> codecs, Numbering numbering) implements Serializable {
    /** How the codes of several modalities are told apart. */
    public enum Numbering {
        /** 0 is what is absent; the codes of a modality begin with 1, or after those of the one before. */
        JOINT,
        /** Codes are what they are, for an input for each modality; none may be absent. */
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

    /** How many tokens an object has. */
    public int tokens() {
        return codecs.stream().mapToInt(Codec::tokens).sum();
    }

    /** How many different tokens there are where all modalities are numbered together, what is absent included. */
    public int vocabulary() {
        return 1 + codecs.stream().mapToInt(Codec::vocabulary).sum();
    }

    /** The names of the modalities, which are the first columns of each. */
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

    /** The tokens that a modality has in the whole, first and one after the last. */
    public int[] range(int codec) {
        int first = codecs.subList(0, codec).stream().mapToInt(Codec::tokens).sum();
        return new int[] {first, first + codecs.get(codec).tokens()};
    }

    /** The number that stands for the first code of a modality. */
    public int offset(int codec) {
        return numbering == Numbering.SEPARATE
                ? 0
                : 1
                        + codecs.subList(0, codec).stream()
                                .mapToInt(Codec::vocabulary)
                                .sum();
    }

    /**
     * The tokens of an object, or what keeps it from having any: a column of another length, or values for none of
     * them.
     *
     * @param values of columns, by their names; columns that are NULL, or not given, are left out
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
                    return TokenisedObject.missing(
                            "there is no value for a token of '" + codec.name() + "', and the encoder needs all");
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
