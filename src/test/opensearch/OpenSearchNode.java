import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * OpenSearch of one node, run from source with a class path of its own: {@code java -cp … OpenSearchNode.java <folder> <http
 * port> <transport port>}. It says {@code ready} and ends with its standard input.
 */
class OpenSearchNode {

    public static void main(String[] arguments) throws Exception {
        var node = new OpenSearchRunner();
        node.onBuild((number, settings) -> {
            settings.put("http.port", arguments[1]);
            settings.put("transport.port", arguments[2]);
            settings.put("network.host", "127.0.0.1");
            settings.put("discovery.type", "single-node");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        node.build(OpenSearchRunner.newConfigs()
                .basePath(arguments[0])
                .clusterName("kakehashi-test")
                .numOfNode(1));
        System.out.println("ready");
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        node.close();
        System.exit(0);
    }
}
