package org.spolia.experiment.configuration.encoder;

/** The encoder that key 'model-url' of an entry of 'embeddings' names. */
public sealed interface EncoderModel {
    /** The values themselves, without any network. */
    record Raw() implements EncoderModel {}

    /** A network with random weights. */
    record Random() implements EncoderModel {}

    /**
     * A network that stage pretrain trains.
     *
     * @param name the name of its entry of 'pretraining'
     * @param id the id of that entry with one seed; empty until the experiment is resolved
     */
    record Pretrained(String name, String id) implements EncoderModel {
        public static final String PREFIX = "pretrained:";
        private static final String SEPARATOR = "/";

        private static Pretrained parse(String url) {
            String[] parts = url.substring(PREFIX.length()).split(SEPARATOR, 2);
            return new Pretrained(parts[0], parts.length == 1 ? "" : parts[1]);
        }

        String url() {
            return PREFIX + name + SEPARATOR + id;
        }
    }

    /**
     * A bundle of files.
     *
     * @param folder a folder or URI
     */
    record Bundle(String folder) implements EncoderModel {}

    static EncoderModel parse(String url) {
        return switch (url) {
            case EmbeddingConfig.RAW -> new Raw();
            case EmbeddingConfig.RANDOM -> new Random();
            default -> url.startsWith(Pretrained.PREFIX) ? Pretrained.parse(url) : new Bundle(url);
        };
    }

    /** Returns whether there is one encoder for each seed. */
    default boolean hasSeed() {
        return this instanceof Random || this instanceof Pretrained;
    }
}
