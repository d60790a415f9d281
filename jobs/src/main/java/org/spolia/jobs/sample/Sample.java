package org.spolia.jobs.sample;

import org.spolia.embedding.Window;

/** What is embedded, and where it comes from. */
public record Sample(SampleKey key, Window window) {}
