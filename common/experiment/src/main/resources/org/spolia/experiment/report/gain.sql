SELECT
  *,
  min(CASE WHEN median * first_median < 0 THEN size END) OVER (
    PARTITION BY probe, dataset, split, test_dataset, head, encoder, setting
  ) AS crossing_size
FROM (
  SELECT
    *,
    first_value(median) OVER (
      PARTITION BY probe, dataset, split, test_dataset, head, encoder, setting ORDER BY size
    ) AS first_median
  FROM (
    SELECT
      probe,
      quantity,
      dataset,
      split,
      test_dataset,
      head,
      encoder,
      setting,
      size,
      count(*) AS scores,
      percentile_cont(0.25) WITHIN GROUP (ORDER BY gain) AS lower,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY gain) AS median,
      percentile_cont(0.75) WITHIN GROUP (ORDER BY gain) AS upper
    FROM probe_gain_all
    WHERE experiment_id = :experiment
      AND gain IS NOT NULL
    GROUP BY probe, quantity, dataset, split, test_dataset, head, encoder, setting, size
  ) g
) f
ORDER BY probe, dataset, head, split DESC, test_dataset, encoder, setting, size
