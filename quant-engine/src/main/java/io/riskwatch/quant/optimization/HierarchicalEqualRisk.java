package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.stat.Covariance;
import java.util.List;

/**
 * Hierarchical equal risk contribution (HERC): money is split down the family tree of assets in inverse proportion to risk,
 * and inside each of the last clusters again. Unlike {@link HierarchicalRiskParity} it splits where the tree does, not in halves,
 * and stops at a chosen number of clusters.
 *
 * <p>Distance sqrt((1 - rho) / 2). A cluster's own portfolio holds its assets in inverse proportion to their risk; the
 * cluster's risk is that portfolio's, a branch's the sum of its clusters'. A branch whose risk is R against R' gets R' / (R + R').
 * Long-only, sums to 1. Peers differ in whether a branch's risk is this sum or that of one portfolio; this is
 * Riskfolio's reading. Cost O(n^3).
 *
 * <p>Source: T. Raffinot, "The hierarchical equal risk contribution portfolio" (2018).
 */
public final class HierarchicalEqualRisk {
    /** What risk is, per asset and per cluster. */
    public enum RiskMeasure {
        /** Standard deviation. */
        VOLATILITY,
        /** Its square, which punishes the risky more. */
        VARIANCE
    }

    /** The distance between two groups of assets. */
    public enum Linkage {
        /** That of their nearest members; makes chains. */
        SINGLE,
        /** That of their farthest members. */
        COMPLETE,
        /** The mean over all pairs. */
        AVERAGE,
        /** The growth of the spread within groups that merging them would cause; Raffinot's choice. */
        WARD;

        /** From group k to the union of a and b, given the three distances between them and their sizes. */
        double distance(double ak, double bk, double ab, int a, int b, int k) {
            return switch (this) {
                case SINGLE -> Math.min(ak, bk);
                case COMPLETE -> Math.max(ak, bk);
                case AVERAGE -> (a * ak + b * bk) / (a + b);
                case WARD ->
                    Math.sqrt(Math.max(0, ((a + k) * ak * ak + (b + k) * bk * bk - k * ab * ab) / (a + b + k)));
            };
        }
    }

    private final List<List<Integer>> clusters;
    private final double[] weights;

    private HierarchicalEqualRisk(List<List<Integer>> clusters, double[] weights) {
        this.clusters = clusters;
        this.weights = weights;
    }

    /** By Ward's linkage and variance. */
    public static HierarchicalEqualRisk of(double[][] covariance, int clusters) {
        return of(covariance, clusters, Linkage.WARD, RiskMeasure.VARIANCE);
    }

    /**
     * The portfolio.
     *
     * @param covariance symmetric, every variance greater than 0
     * @param clusters 1 to the number of assets
     */
    public static HierarchicalEqualRisk of(double[][] covariance, int clusters, Linkage linkage, RiskMeasure measure) {
        double[][] correlation = Covariance.toCorrelation(covariance);
        int n = correlation.length;
        Arguments.within("clusters", clusters, 1, n);
        double[] weights = new double[n];
        if (n == 1) {
            weights[0] = 1;
            return new HierarchicalEqualRisk(List.of(List.of(0)), weights);
        }
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distance[i][j] = Math.sqrt(Math.max(0, (1 - correlation[i][j]) / 2));
            }
        }
        ClusterTree tree = ClusterTree.of(distance, linkage);
        List<ClusterTree.Node> leaves = tree.cut(clusters);
        new Splitter(covariance, leaves, measure).split(tree.root(), 1, weights);
        return new HierarchicalEqualRisk(
                leaves.stream().map(leaf -> leaf.members).toList(), weights);
    }

    /** One per asset, summing to 1. */
    public double[] weights() {
        return weights.clone();
    }

    /** The last clusters, each the numbers of its assets, counted from 0. */
    public List<List<Integer>> clusters() {
        return clusters;
    }

    /** Splits money from the root down; never compared, never handed out. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Splitter(double[][] covariance, List<ClusterTree.Node> leaves, RiskMeasure measure) {

        void split(ClusterTree.Node node, double money, double[] weights) {
            if (leaves.contains(node)) {
                double[] inside = inside(node);
                for (int k = 0; k < inside.length; k++) {
                    weights[node.members.get(k)] = money * inside[k];
                }
                return;
            }
            ClusterTree.Node left = node.children.getFirst();
            ClusterTree.Node right = node.children.getLast();
            double toLeft = risk(right) / (risk(left) + risk(right));
            split(left, money * toLeft, weights);
            split(right, money * (1 - toLeft), weights);
        }

        /** In inverse proportion to risk. */
        private double[] inside(ClusterTree.Node leaf) {
            double[] risks = new double[leaf.members.size()];
            for (int k = 0; k < risks.length; k++) {
                int asset = leaf.members.get(k);
                risks[k] = of(covariance[asset][asset]);
            }
            return HierarchicalRiskParity.inverseVariance(risks);
        }

        /** Of a cluster: its portfolio's; of a branch: the sum. */
        private double risk(ClusterTree.Node node) {
            if (!leaves.contains(node)) {
                return risk(node.children.getFirst()) + risk(node.children.getLast());
            }
            double[] inside = inside(node);
            double variance = 0;
            for (int i = 0; i < inside.length; i++) {
                for (int j = 0; j < inside.length; j++) {
                    variance += inside[i] * inside[j] * covariance[node.members.get(i)][node.members.get(j)];
                }
            }
            return of(Math.max(0, variance));
        }

        private double of(double variance) {
            return measure == RiskMeasure.VARIANCE ? variance : Math.sqrt(variance);
        }
    }
}
