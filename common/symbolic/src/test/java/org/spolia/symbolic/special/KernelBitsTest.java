package org.spolia.symbolic.special;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards the bits themselves. A change of a coefficient or of the order of two operations changes every stored result,
 * and requires a new revision of the search together with the hash here. The hashes hold on any JDK and CPU.
 */
class KernelBitsTest {

    private static final int N = 4096;

    @ParameterizedTest
    @CsvSource({
        "exp, 05503e9b37213262acfc422a5b22785375a59d29deb01736d86223ea1ce7965f",
        "log, 8c107adad1a7f3487550723a298881b8793af73e76f595045bdc302fb8c032ef",
        "log2, 02645409eadf9e85582d24da7a85d7ff728a919c157acd08bc9e62ffab40110c",
        "log10, 252144ee3c29bcc00e1d5f489b0036661edc7b3bd605d85e39edbb089c479667",
        "cbrt, fe6956328f55ba8a2f05d4b6966125ed5a2097417f60b74c490d561794454654",
        "sin, b8ed1f784acf415e280ab8a94c1937770f152e0122f7e001668175d6fd22b145",
        "cos, af7b0c25445f820ae30736b1e91668319efd129fd9ba3c88e5ae3b427394eda2",
        "tan, 24d42a1091d049b34211c0d0f2935c807152b2f9ce9b61efdc01846d68ae1b09",
        "sinh, f69fc3e1899d58389cd8748938aceebd0f862ee09bcbe993187f1f49516373a1",
        "cosh, 68815db5dc60439dd37695201a02db89800f9da1980f32e49b29c8faf94dd21b",
        "tanh, 9e776088bcea4805a307541db38c3b2b9b5e564bb32af3d44c1102d5a7248c6f",
        "asin, f1b0455af672cfa2ce74f80524927dea81d0f04f463fa7d943998d2b3eb02f4f",
        "acos, 2155bc590745fd74a55dfe72d7a1202d1a856914cb759f72802910c4ee703ea6",
        "atan, 8214e06eeb63747a50fc464b4cedd9f2631cf4360823534172ad24f5144006b5",
        "li2, 17755e61f68e99e4aa3c86d92b32954f2fc99d42865b8578755966015ee46c4c",
        "erf, 67ec81c5cd535fc6eb15a6796c7f122b2f6c0b765f9c6a59f750756042ad967c",
        "erfc, 96e211dd1c8b50903279d2c73a20930c8138a9a8782a4cdbf9a263913f63b7e5",
        "placebo1, cc51475f4e78cb4a88fa4e25c463c10d37a0b817fa838fd5182c759ef9b10d9c",
        "placebo2, 1bfc412c0746d7168c83ab5b11dfa27b56940b589c161f00f7d3cea5247fe27c",
        "placebo3, a54c6e2852d2ca5180116baf038c7d8eb4ef6ff2810ff4f5e07a93f98a0a2795",
        "asinh, 094398862ebe6b69146969465c5a919745e79d776867bdf720da5c2f9305f9ea",
        "acosh, 5a6bfef5476722ad6552a20c6a54cc5cc2e6f1ae9c6f4a322246ed9e4702a552",
        "atanh, db4106a7a50f4509062553f6dae4ca9f455331b3c55e0340b6ce93e2410b4d9d",
        "log1p, d9bd39e2e8f71b062d73ff292f8e063dcf544a80eb3a338385270c5ed9e4fd18",
        "gamma, 4ef2eaf64444a7f43e628bae429ec9f0e2234d3998b52aca676c39d0ee569e8f",
        "lgamma, 1893e5859a95bcf532302fbb65a90af9c2432c9e310b0dc6509b1917ababcdef",
        "digamma, 33b960b96893de628aff5efa4a006342a2cba1f3701fb25c3c121f14579b45df",
        "j0, a9ab6d988e4aaa061f244b6f3a5c6587a968e989b2d13d1c410e41c547d6497a",
        "j1, d65834d520d11267c9faee34c15e503b56f45f4a80e420a9c64bb7128909236a",
        "lambertw, 103d5f5398404aef289f5317a6aea97f1eb9969d9a9ab2ea6ac3686fc131caa5",
        "logistic, 32c129ecf3f9a291ce06cc53c32fd886c03bbe6890527ee97068d980c1abdf23",
        "saturation, 691468d74c25f3f72817df1aec3812f2538c36d80ce6a4a37f7effcd30fb68b1",
        "relu, de3dd4728c4a349c2498223c1be467882a3ace4e98a5b25a033a94c66700d3e5",
        "pow, 5190941e92d35bfd8fa4d9149ba5ece55fcff84c01d2dfb1baa636d2a1a2fc1b",
        "x^2.5, d5212bbb6f5182ca17c26b876bd954753a7eeaa6819028183333093376f67f8f",
        "2.0^x, 02ede99709b6d1d6b2a790bf4537320ad33271d78d50c2a5093d01807082057c",
    })
    void resultsHaveTheRecordedHash(String name, String sha256) throws NoSuchAlgorithmException {
        Kernel kernel = Kernel.named(name);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Samples samples = new Samples(20261101);
        for (double[] x : kernel.arguments(samples, N).values()) {
            double[] out = new double[N];
            kernel.loop().apply(x, Kernel.exponents(samples, N), out, N);
            ByteBuffer bytes = ByteBuffer.allocate(N * Double.BYTES);
            for (double y : out) {
                bytes.putLong(Double.doubleToLongBits(y));
            }
            digest.update(bytes.array());
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).as(name).isEqualTo(sha256);
    }
}
