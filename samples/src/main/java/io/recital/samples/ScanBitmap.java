package io.recital.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A page of black and white pixels. Shapes are filled by their crossings with the middle of each row of pixels, in
 * plain arithmetic, because what a graphics library draws differs from one version to the next.
 */
final class ScanBitmap {
    /** How far, in pixels, a flattened curve may be from the true one. */
    private static final double FLATNESS = 0.1;

    private final int width;
    private final int height;
    private final boolean[] black;

    ScanBitmap(int width, int height) {
        this.width = width;
        this.height = height;
        this.black = new boolean[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private record Edge(double x1, double y1, double x2, double y2, int turn) {
        double at(double y) {
            return x1 + (y - y1) / (y2 - y1) * (x2 - x1);
        }
    }

    private record Crossing(double x, int turn) {}

    /** Blackens a shape, grown to both sides by a number of pixels. */
    void fill(Shape shape, AffineTransform place, int growth) {
        List<Edge> edges = edges(shape.getPathIterator(place, FLATNESS));
        double top = edges.stream().mapToDouble(Edge::y1).min().orElse(0);
        double bottom = edges.stream().mapToDouble(Edge::y2).max().orElse(0);
        for (int row = (int) Math.max(0, Math.floor(top)); row <= Math.min(height - 1, bottom); row++) {
            double middle = row + 0.5;
            List<Crossing> crossings = new ArrayList<>();
            for (Edge edge : edges) {
                if (edge.y1() <= middle && middle < edge.y2()) {
                    crossings.add(new Crossing(edge.at(middle), edge.turn()));
                }
            }
            crossings.sort(Comparator.comparingDouble(Crossing::x));
            int winding = 0;
            for (int i = 0; i + 1 < crossings.size(); i++) {
                winding += crossings.get(i).turn();
                if (winding != 0) {
                    blacken(
                            row,
                            crossings.get(i).x() - growth * 0.5,
                            crossings.get(i + 1).x() + growth * 0.5);
                }
            }
        }
    }

    private void blacken(int row, double from, double to) {
        int last = (int) Math.min(width - 1, Math.floor(to - 0.5));
        for (int x = (int) Math.max(0, Math.ceil(from - 0.5)); x <= last; x++) {
            black[row * width + x] = true;
        }
    }

    private static List<Edge> edges(PathIterator path) {
        List<Edge> edges = new ArrayList<>();
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            double toX = kind == PathIterator.SEG_CLOSE ? startX : point[0];
            double toY = kind == PathIterator.SEG_CLOSE ? startY : point[1];
            if (kind == PathIterator.SEG_MOVETO) {
                startX = toX;
                startY = toY;
            } else if (y < toY) {
                edges.add(new Edge(x, y, toX, toY, 1));
            } else if (y > toY) {
                edges.add(new Edge(toX, toY, x, y, -1));
            }
            x = toX;
            y = toY;
        }
        return edges;
    }

    /** Frays the edges of what is black and strews specks of dust. */
    void speckle(int seed) {
        Random random = new Random(seed);
        for (int at = width; at < black.length - width; at++) {
            if (black[at] != black[at - 1] && random.nextInt(14) == 0) {
                black[at] = !black[at];
            }
        }
        int specks = width * height / 9000;
        for (int i = 0; i < specks; i++) {
            int size = random.nextInt(12) == 0 ? 3 : 1;
            int x = random.nextInt(width - size);
            int y = random.nextInt(height - size);
            for (int d = 0; d < size * size; d++) {
                black[(y + d / size) * width + x + d % size] = true;
            }
        }
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int at = 0; at < black.length; at++) {
            image.setRGB(at % width, at / width, black[at] ? 0 : 0xFFFFFF);
        }
        return image;
    }
}
