package org.spolia.symbolic.rows;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.spolia.symbolic.expression.Tree;

/** Candidates as bytes for another process of the same version: opcodes have no other form there. */
final class CandidateBytes {
    private CandidateBytes() {}

    static void write(Candidate candidate, DataOutputStream out) throws IOException {
        Tree program = candidate.program();
        out.writeInt(program.size());
        for (int node = 0; node < program.size(); node++) {
            out.writeShort(program.opcode(node));
            out.writeInt(program.argument(node));
            out.writeDouble(program.value(node));
        }
        double[][] parameters = candidate.parameters();
        out.writeInt(parameters.length);
        out.writeInt(candidate.parameterCount());
        for (double[] ofGroup : parameters) {
            out.writeInt(ofGroup.length);
            for (double value : ofGroup) {
                out.writeDouble(value);
            }
        }
        out.writeDouble(candidate.slope());
        out.writeDouble(candidate.intercept());
        out.writeDouble(candidate.shift());
    }

    static Candidate read(DataInputStream in) throws IOException {
        int size = in.readInt();
        Tree program = new Tree(size);
        for (int node = 0; node < size; node++) {
            program.operator(in.readShort());
            program.setArgument(node, in.readInt());
            program.setValue(node, in.readDouble());
        }
        double[][] parameters = new double[in.readInt()][];
        int count = in.readInt();
        for (int group = 0; group < parameters.length; group++) {
            parameters[group] = new double[in.readInt()];
            for (int i = 0; i < parameters[group].length; i++) {
                parameters[group][i] = in.readDouble();
            }
        }
        return new Candidate(program, parameters, count, in.readDouble(), in.readDouble(), in.readDouble());
    }
}
