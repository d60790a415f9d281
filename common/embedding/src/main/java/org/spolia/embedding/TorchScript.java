package org.spolia.embedding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** TorchScript files: archives of weights and code, in which inputs and outputs have neither names nor axes. */
final class TorchScript {
    private static final byte[] CODE = "/code/__torch__".getBytes(StandardCharsets.US_ASCII);

    private TorchScript() {}

    /**
     * Returns the index of the output in a manifest among the outputs of the model.
     *
     * @throws BundleException if it is not an index, or the file is not TorchScript
     */
    static int outputPlace(Manifest manifest, byte[] file) {
        if (!hasCode(file)) {
            throw new BundleException(
                    manifest.model()
                            + ": is not TorchScript; save the model with torch.jit.save, because weights alone (torch.save) have no code");
        }
        if (!manifest.output().matches("\\d{1,3}")) {
            throw new BundleException(
                    Manifest.FILE + ": output is '" + manifest.output()
                            + "'; TorchScript has no names for outputs, so it must be the position of an output that the model returns, from 0");
        }
        return Integer.parseInt(manifest.output());
    }

    /**
     * Searches from the end, where an archive lists its entries. Java's own reader refuses entries as PyTorch stores
     * them.
     */
    private static boolean hasCode(byte[] file) {
        for (int at = file.length - CODE.length; at >= 0; at--) {
            if (Arrays.equals(file, at, at + CODE.length, CODE, 0, CODE.length)) {
                return true;
            }
        }
        return false;
    }
}
