-- The embedding of each sample that has one, in single precision regardless of its storage, with the name of its
-- encoder.
CREATE VIEW embedding_vectors AS
SELECT
  v.encoder_id,
  e.name AS encoder,
  e.seed,
  v.setting,
  v.dataset,
  v.file,
  v.split,
  v.trajectory,
  v.step,
  v.row,
  v.object_id,
  coalesce(
    v.embedding,
    transform(
      v.half,
      h -> CAST(
        CASE WHEN h < 0 THEN -1 ELSE 1 END
        * CASE
          WHEN (CAST(h AS INT) & 32767) < 1024 THEN (CAST(h AS INT) & 1023) * power(2e0, -24)
          ELSE (1 + (CAST(h AS INT) & 1023) / 1024e0) * power(2e0, floor((CAST(h AS INT) & 32767) / 1024e0) - 15)
        END AS FLOAT)
    )
  ) AS vector
FROM embeddings v
JOIN encoders e ON e.encoder_id = v.encoder_id
WHERE v.reason IS NULL
