package org.spolia.hdf5.type;

/** The end of a text that is shorter than its field. */
public enum TextPadding {
    TERMINATED {
        @Override
        public int length(byte[] text) {
            int length = 0;
            while (length < text.length && text[length] != 0) {
                length++;
            }
            return length;
        }
    },
    ZEROS {
        @Override
        public int length(byte[] text) {
            return without(text, 0);
        }
    },
    SPACES {
        @Override
        public int length(byte[] text) {
            return without(text, ' ');
        }
    };

    /** Returns the number of bytes that are text. */
    public abstract int length(byte[] text);

    private static int without(byte[] text, int padding) {
        int length = text.length;
        while (length > 0 && text[length - 1] == padding) {
            length--;
        }
        return length;
    }
}
