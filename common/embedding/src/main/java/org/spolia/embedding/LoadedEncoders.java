package org.spolia.embedding;

import java.util.HashMap;
import java.util.Map;

/** The models of this process: one on each device, which stays loaded until another is requested there. */
public final class LoadedEncoders {
    private static final LoadedEncoders OF_THIS_PROCESS = new LoadedEncoders();

    private final Map<String, Loaded> byDeviceAndId = new HashMap<>();

    private LoadedEncoders() {}

    /**
     * Returns the model of a bundle on a device, for one thread, which closes it. Models without users are closed
     * first.
     *
     * @throws BundleException if it cannot be loaded there
     */
    public static SampleEncoder open(EncoderBundle bundle, ComputeDevice device) {
        return OF_THIS_PROCESS.lend(bundle, device);
    }

    private synchronized SampleEncoder lend(EncoderBundle bundle, ComputeDevice device) {
        String place = device + "/";
        String key = place + bundle.id();
        Loaded loaded = byDeviceAndId.get(key);
        if (loaded == null) {
            byDeviceAndId
                    .entrySet()
                    .removeIf(entry ->
                            entry.getKey().startsWith(place) && entry.getValue().closeIfIdle());
            loaded = new Loaded(bundle.load(device));
            byDeviceAndId.put(key, loaded);
        }
        loaded.users++;
        Loaded lent = loaded;
        return new SampleEncoder(bundle, device, loaded.encoder.embedder(), () -> giveBack(lent));
    }

    private synchronized void giveBack(Loaded loaded) {
        loaded.users--;
    }

    private static final class Loaded {
        private final Encoder encoder;
        private int users;

        private Loaded(Encoder encoder) {
            this.encoder = encoder;
        }

        private boolean closeIfIdle() {
            if (users > 0) {
                return false;
            }
            encoder.close();
            return true;
        }
    }
}
