/**
 * What AION-1 (Parker et al. 2025, arXiv 2510.17960) takes, as its code of version 0.0.2 has it: modalities, counts of
 * tokens, vocabularies, and what its codecs do to images and spectra before their networks. The weights are not here;
 * {@code configs/encoders/aion.py} exports them.
 */
@NullMarked
package org.spolia.embedding.aion;

import org.jspecify.annotations.NullMarked;
