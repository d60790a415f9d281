package org.spolia.embedding;

import java.util.OptionalInt;

/**
 * Where a model runs: on the processor, or on one of the accelerators of the machine.
 *
 * @param gpu the number of the accelerator; empty for the processor
 */
public record ComputeDevice(OptionalInt gpu) {
    public static final ComputeDevice CPU = new ComputeDevice(OptionalInt.empty());

    /**
     * The accelerator that a scheduler assigned.
     *
     * @param address as a discovery script gave it
     * @throws BundleException if it is no number
     */
    public static ComputeDevice gpu(String address) {
        if (!address.matches("\\d{1,4}")) {
            throw new BundleException("The address '" + address
                    + "' of a GPU is no number; use a discovery script that gives numbers, such as jobs/gpus");
        }
        return new ComputeDevice(OptionalInt.of(Integer.parseInt(address)));
    }

    /** As tables name it: cpu, or gpu with its number. */
    @Override
    public String toString() {
        return gpu.isPresent() ? "gpu:" + gpu.getAsInt() : "cpu";
    }
}
