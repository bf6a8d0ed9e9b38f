package io.recital.ingestion.document;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** The straight lines and the large images that a page draws; tables are ruled with the former, scans are the latter. */
final class PdfStrokes {
    private static final int MOST_LINES = 20_000;
    private static final float THICKEST = 3.5f;
    private static final float SHORTEST = 4f;

    /** A rectangle or line in page space, lower left origin. */
    private record Drawn(float x1, float y1, float x2, float y2, boolean rectangle) {}

    private final float pageArea;
    private final List<Drawn> path = new ArrayList<>();
    private final List<Drawn> painted = new ArrayList<>();
    private Point2D.Float current = new Point2D.Float();
    private int images;

    PdfStrokes(float pageArea) {
        this.pageArea = pageArea;
    }

    int images() {
        return images;
    }

    /** The lines that are long and thin enough to rule a table, in points from the top left. */
    List<PdfRuling> rulings(PDRectangle box) {
        List<PdfRuling> rulings = new ArrayList<>();
        for (Drawn each : painted) {
            float x1 = Math.min(each.x1(), each.x2()) - box.getLowerLeftX();
            float x2 = Math.max(each.x1(), each.x2()) - box.getLowerLeftX();
            float y1 = box.getUpperRightY() - Math.max(each.y1(), each.y2());
            float y2 = box.getUpperRightY() - Math.min(each.y1(), each.y2());
            if (!each.rectangle() || x2 - x1 <= THICKEST || y2 - y1 <= THICKEST) {
                addThin(rulings, x1, y1, x2, y2);
            } else {
                addThin(rulings, x1, y1, x2, y1);
                addThin(rulings, x1, y2, x2, y2);
                addThin(rulings, x1, y1, x1, y2);
                addThin(rulings, x2, y1, x2, y2);
            }
        }
        return rulings;
    }

    private static void addThin(List<PdfRuling> rulings, float x1, float y1, float x2, float y2) {
        float wide = x2 - x1;
        float high = y2 - y1;
        if (wide >= SHORTEST && high <= THICKEST && wide > high) {
            rulings.add(new PdfRuling(x1, (y1 + y2) / 2, x2, (y1 + y2) / 2));
        } else if (high >= SHORTEST && wide <= THICKEST) {
            rulings.add(new PdfRuling((x1 + x2) / 2, y1, (x1 + x2) / 2, y2));
        }
    }

    private void rectangle(Point2D.Float a, Point2D.Float b) {
        add(new Drawn(a.x, a.y, b.x, b.y, true));
    }

    private void line(Point2D.Float to) {
        add(new Drawn(current.x, current.y, to.x, to.y, false));
        current = to;
    }

    private void add(Drawn drawn) {
        if (path.size() + painted.size() < MOST_LINES) {
            path.add(drawn);
        }
    }

    private void end(boolean paint) {
        if (paint) {
            painted.addAll(path);
        }
        path.clear();
    }

    private void image(float area) {
        images += area > 0.3f * pageArea ? 1 : 0;
    }

    /** Lets the engine tell what it draws. */
    static void register(PDFStreamEngine engine, Supplier<PdfStrokes> page) {
        for (String name : List.of(
                OperatorName.APPEND_RECT,
                OperatorName.MOVE_TO,
                OperatorName.LINE_TO,
                OperatorName.STROKE_PATH,
                OperatorName.CLOSE_AND_STROKE,
                OperatorName.FILL_NON_ZERO,
                OperatorName.LEGACY_FILL_NON_ZERO,
                OperatorName.FILL_EVEN_ODD,
                OperatorName.FILL_NON_ZERO_AND_STROKE,
                OperatorName.FILL_EVEN_ODD_AND_STROKE,
                OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
                OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
                OperatorName.ENDPATH)) {
            engine.addOperator(new PathOperator(engine, name, page));
        }
        engine.addOperator(new PaintedImage(engine, page));
    }

    /** One path operator. */
    private static final class PathOperator extends OperatorProcessor {
        private final String name;
        private final Supplier<PdfStrokes> page;

        PathOperator(PDFStreamEngine engine, String name, Supplier<PdfStrokes> page) {
            super(engine);
            this.name = name;
            this.page = page;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            PdfStrokes strokes = page.get();
            switch (name) {
                case OperatorName.APPEND_RECT -> {
                    if (areNumbers(operands, 4)) {
                        float x = number(operands, 0);
                        float y = number(operands, 1);
                        strokes.rectangle(point(x, y), point(x + number(operands, 2), y + number(operands, 3)));
                    }
                }
                case OperatorName.MOVE_TO -> {
                    if (areNumbers(operands, 2)) {
                        strokes.current = point(number(operands, 0), number(operands, 1));
                    }
                }
                case OperatorName.LINE_TO -> {
                    if (areNumbers(operands, 2)) {
                        strokes.line(point(number(operands, 0), number(operands, 1)));
                    }
                }
                default -> strokes.end(!name.equals(OperatorName.ENDPATH));
            }
        }

        private Point2D.Float point(float x, float y) {
            return getContext().transformedPoint(x, y);
        }

        private static boolean areNumbers(List<COSBase> operands, int count) {
            return operands.size() >= count
                    && operands.subList(0, count).stream().allMatch(each -> each instanceof COSNumber);
        }

        private static float number(List<COSBase> operands, int at) {
            return ((COSNumber) operands.get(at)).floatValue();
        }

        @Override
        public String getName() {
            return name;
        }
    }

    /** Notes an image's size, and goes into forms as the text engine does. */
    private static final class PaintedImage extends OperatorProcessor {
        private final Supplier<PdfStrokes> page;
        private final OperatorProcessor forms;

        PaintedImage(PDFStreamEngine engine, Supplier<PdfStrokes> page) {
            super(engine);
            this.page = page;
            this.forms = new org.apache.pdfbox.contentstream.operator.DrawObject(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            PDResources resources = getContext().getResources();
            boolean image = !operands.isEmpty()
                    && operands.get(0) instanceof COSName name
                    && resources != null
                    && resources.isImageXObject(name);
            if (!image) {
                forms.process(operator, operands);
                return;
            }
            Matrix matrix = getContext().getGraphicsState().getCurrentTransformationMatrix();
            page.get().image(Math.abs(matrix.getScalingFactorX() * matrix.getScalingFactorY()));
        }

        @Override
        public String getName() {
            return OperatorName.DRAW_OBJECT;
        }
    }
}
