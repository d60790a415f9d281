-- The Pareto front of the trial with the lowest training loss of its problem, at the lowest noise.
SELECT
  p.name AS problem,
  c.complexity,
  c.expression,
  c.loss,
  s.nmse AS nmse_ood,
  c.selected
FROM (
  SELECT
    t.problem_id,
    c.trial_id,
    row_number() OVER (PARTITION BY t.problem_id ORDER BY t.noise, c.loss, c.complexity, c.trial_id) AS place
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id
  JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
  WHERE x.experiment_id = :experiment
) b
JOIN problems p ON p.problem_id = b.problem_id
JOIN candidates c ON c.trial_id = b.trial_id AND c.pareto
LEFT JOIN scores s
  ON s.trial_id = c.trial_id AND s.complexity = c.complexity AND s.rank = c.rank AND s.model = 'law' AND s.split = 'ood'
WHERE b.place = 1
ORDER BY problem, c.complexity
