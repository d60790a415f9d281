package org.spolia.jobs.cli.common;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The options that correspond to arguments of {@code PySRRegressor} with another name here, or that are not needed. */
final class PysrNames {
    private static final Map<String, String> ANSWERS = answers();

    private PysrNames() {}

    /**
     * Returns advice without its final stop; empty if PySR has no such argument. Case, hyphens and underscores do not
     * count.
     */
    static Optional<String> instead(String name) {
        return Optional.ofNullable(ANSWERS.get(plain(name)))
                .map(answer -> "'" + name.replaceFirst("^-+", "") + "' is a name of PySR; " + answer);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        add(answers, "here --operators '+,-,*,/,sin' lists operators of all kinds", "binary_operators unary_operators");
        add(answers, "here all operators, of one, two or three operands, are in --operators", "operators");
        add(answers, "here the budget is --seconds N or --evaluations N", "niterations max_evals timeout_in_seconds");
        add(answers, "here it is --max-size N", "maxsize max_complexity");
        add(answers, "here it is --max-depth N", "maxdepth");
        add(answers, "here it is --elementwise-loss LOSS, by name or as a formula", "loss loss_fn");
        add(
                answers,
                "here losses are means over rows: --elementwise-loss LOSS, by name or as a formula",
                "loss_function loss_function_expression full_objective loss_scale");
        add(answers, "here it is --template 'f(x1) + g(x2)'", "expression_spec expression_options");
        add(answers, "here it is --complexity-of-operators OP=N", "complexity_mapping");
        add(
                answers,
                "here it is --mutation-weights NAME=X, as in add_node=1,randomize=0",
                "weight_add_node weight_insert_node weight_delete_node weight_do_nothing weight_mutate_constant"
                        + " weight_mutate_operator weight_mutate_feature weight_swap_operands weight_rotate_tree"
                        + " weight_randomize weight_simplify weight_optimize weight_backsolve");
        add(answers, "here it is --crossover-probability X", "weight_crossover crossover");
        add(answers, "here it is the default; --no-annealing turns it off", "annealing");
        add(answers, "here it is the default; --no-use-frequency turns it off", "use_frequency");
        add(
                answers,
                "here it is the default; --no-use-frequency-in-tournament turns it off",
                "use_frequency_in_tournament");
        add(answers, "here it is --ncycles-per-iteration N", "ncyclesperiteration ncycles");
        add(answers, "here populations always exchange members: --fraction-replaced X, --topn N", "migration");
        add(answers, "here --fraction-replaced-hof 0 turns it off", "hof_migration");
        add(answers, "leave it out: equations are always simplified", "should_simplify simplify");
        add(
                answers,
                "here constants are always fitted, by Levenberg-Marquardt: --optimizer-iterations N",
                "should_optimize_constants optimizer_algorithm optimizer_nrestarts optimizer_f_calls_limit"
                        + " optimizer_g_calls_limit autodiff_backend");
        add(
                answers,
                "here it is --threads N",
                "procs parallelism multithreading multiprocessing numprocs cluster_manager n_jobs nthreads");
        add(
                answers,
                "here the memory is that of the JVM: JDK_JAVA_OPTIONS=-Xmx8g ./spolia fit …",
                "heap_size_hint_in_bytes");
        add(answers, "here it is --batch-size N, and 512 rows by default", "batching batches");
        add(answers, "leave it out: evaluation is always vectorised", "turbo bumper fast_cycle");
        add(answers, "here it is --seed N", "random_state random_seed");
        add(answers, "here each fit with --evaluations N is deterministic, on any number of threads", "deterministic");
        add(answers, "here it is --resume DIR", "warm_start from_file");
        add(
                answers,
                "leave it out: a terminal shows progress, a file gets a line for each better equation",
                "verbosity update_verbosity progress print_precision logger_spec logger tensorboard input_stream");
        add(
                answers,
                "here it is --output DIR",
                "output_directory run_id equation_file temp_equation_file tempdir delete_tempfiles outdir");
        add(
                answers,
                "leave it out: model.json has each equation for SymPy, LaTeX and SQL, and --apply DIR predicts",
                "output_jax_format output_torch_format extra_torch_mappings extra_jax_mappings predict");
        add(answers, "here it is --define 'NAME(x) = FORMULA'", "extra_sympy_mappings");
        add(answers, "here it is --units COLUMN=UNIT for columns and target", "X_units y_units");
        add(answers, "here the first line of DATA names the columns; --features chooses some", "variable_names");
        add(answers, "here it is DATA, a file, and --target COLUMN", "X y");
        add(
                answers,
                "here guesses enter the front, which --fraction-replaced-hof spreads",
                "fraction_replaced_guesses");
        add(
                answers,
                "leave it out",
                "update worker_imports worker_timeout skip_mutation_failures julia_project julia_kwargs");
        return answers;
    }

    private static void add(Map<String, String> answers, String answer, String names) {
        for (String name : names.split(" ", -1)) {
            answers.put(plain(name), answer);
        }
    }
}
