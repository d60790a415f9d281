/**
 * ONNX files as far as encoders need them: what goes in and comes out of a model, and models of a few layers, written
 * from their numbers. No model is run here. Only embedding imports it.
 */
@NullMarked
package org.spolia.embedding.onnx;

import org.jspecify.annotations.NullMarked;
