package org.spolia.embedding;

import java.util.OptionalInt;

/**
 * The device of a model: the processor, or one of the accelerators of the machine.
 *
 * @param gpu the number of the accelerator; empty for the processor
 */
public record ComputeDevice(OptionalInt gpu) {
    public static final ComputeDevice CPU = new ComputeDevice(OptionalInt.empty());

    /**
     * Returns the accelerator that a scheduler assigned.
     *
     * @param address the address from a discovery script
     * @throws BundleException if it is not a number
     */
    public static ComputeDevice gpu(String address) {
        if (!address.matches("\\d{1,4}")) {
            throw new BundleException("The address '" + address
                    + "' of a GPU is not a number; use a discovery script that gives numbers, such as jobs/gpus");
        }
        return new ComputeDevice(OptionalInt.of(Integer.parseInt(address)));
    }

    /** Returns the name in tables: cpu, or gpu with its number. */
    @Override
    public String toString() {
        return gpu.isPresent() ? "gpu:" + gpu.getAsInt() : "cpu";
    }
}
