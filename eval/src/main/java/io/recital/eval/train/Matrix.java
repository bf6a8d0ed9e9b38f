package io.recital.eval.train;

import java.util.List;

/** A matrix of fractions, row after row, with the three products that a training needs. */
final class Matrix {
    final int rows;
    final int columns;
    final float[] values;

    Matrix(int rows, int columns) {
        this(rows, columns, new float[rows * columns]);
    }

    /** @param values are not copied: who moves them moves the matrix */
    Matrix(int rows, int columns, float[] values) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(values.length + " values for " + rows + " × " + columns);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    static Matrix ofRows(List<float[]> rows) {
        Matrix matrix = new Matrix(rows.size(), rows.get(0).length);
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, matrix.values, i * matrix.columns, matrix.columns);
        }
        return matrix;
    }

    /** This times the other. */
    Matrix times(Matrix other) {
        Matrix product = new Matrix(rows, other.columns);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < columns; k++) {
                addScaled(values[row * columns + k], other, k, product, row);
            }
        }
        return product;
    }

    /** This, its rows made columns, times the other. */
    Matrix transposedTimes(Matrix other) {
        Matrix product = new Matrix(columns, other.columns);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < columns; k++) {
                addScaled(values[row * columns + k], other, row, product, k);
            }
        }
        return product;
    }

    Matrix transposed() {
        Matrix turned = new Matrix(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned.values[column * rows + row] = values[row * columns + column];
            }
        }
        return turned;
    }

    /** Adds a row, scaled, to a row of the target. */
    private static void addScaled(float scale, Matrix source, int sourceRow, Matrix target, int targetRow) {
        float[] from = source.values;
        float[] to = target.values;
        int shift = sourceRow * source.columns - targetRow * target.columns;
        int end = (targetRow + 1) * target.columns;
        for (int i = targetRow * target.columns; i < end; i++) {
            to[i] += scale * from[i + shift];
        }
    }

    void add(Matrix other) {
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values[i];
        }
    }

    /** The product of a row with a row of another matrix of as many columns. */
    double dot(int row, Matrix other, int otherRow) {
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            sum += values[row * columns + i] * other.values[otherRow * columns + i];
        }
        return sum;
    }

    void scaleRow(int row, double factor) {
        for (int i = row * columns; i < (row + 1) * columns; i++) {
            values[i] *= (float) factor;
        }
    }
}
