-- The improvement of laws with the budget of a search, for each source of the costs of operators.
CREATE VIEW learning_curve AS
SELECT
  l.field,
  l.operator_set,
  l.complexity_prior,
  l.evaluations,
  count(*) AS trials,
  avg(l.g_test) AS g_test,
  avg(l.g_ood) AS g_ood,
  avg(CASE WHEN l.recovered THEN 1.0 ELSE 0.0 END) AS share_recovered
FROM leaderboard l
WHERE NOT l.shortcut
GROUP BY l.field, l.operator_set, l.complexity_prior, l.evaluations
