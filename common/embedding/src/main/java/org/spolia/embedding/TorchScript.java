package org.spolia.embedding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Files of TorchScript: archives with weights and the code that uses them, in which neither inputs nor outputs have
 * names or axes.
 */
final class TorchScript {
    private static final byte[] CODE = "/code/__torch__".getBytes(StandardCharsets.US_ASCII);

    private TorchScript() {}

    /**
     * The place that a manifest names as its output, among those that the model returns.
     *
     * @throws BundleException if it names none, or the file is no TorchScript
     */
    static int outputPlace(Manifest manifest, byte[] file) {
        if (!hasCode(file)) {
            throw new BundleException(
                    manifest.model()
                            + ": is no TorchScript; save the model with torch.jit.save, since weights alone (torch.save) have no code");
        }
        if (!manifest.output().matches("\\d{1,3}")) {
            throw new BundleException(
                    Manifest.FILE + ": output is '" + manifest.output()
                            + "'; TorchScript has no names for outputs, so it must be a place among those that the model returns, from 0");
        }
        return Integer.parseInt(manifest.output());
    }

    /**
     * Looks from the end, where an archive lists its entries; Java's own reader refuses entries that are stored as
     * PyTorch stores them.
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
