package org.spolia.hdf5;

import java.util.Arrays;
import java.util.Random;

/** Kinds of damage to a file. */
enum Damage {
    FLIPPED_BITS {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] damaged = file.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return damaged;
        }
    },
    TRUNCATED {
        @Override
        byte[] of(byte[] file, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    SWAPPED_BLOCKS {
        @Override
        byte[] of(byte[] file, Random random) {
            int size = Math.min(8 << random.nextInt(5), file.length / 2);
            int first = random.nextInt(file.length - size + 1);
            int second = random.nextInt(file.length - size + 1);
            byte[] damaged = file.clone();
            System.arraycopy(file, first, damaged, second, size);
            System.arraycopy(file, second, damaged, first, size);
            return damaged;
        }
    },
    ZEROED_BLOCK {
        @Override
        byte[] of(byte[] file, Random random) {
            int size = Math.min(1 << random.nextInt(8), file.length);
            int start = random.nextInt(file.length - size + 1);
            byte[] damaged = file.clone();
            Arrays.fill(damaged, start, start + size, (byte) 0);
            return damaged;
        }
    };

    abstract byte[] of(byte[] file, Random random);
}
