"""Writes the public graphs of this folder, one file each, from those that NetworkX (BSD-3-Clause) ships.

    python3 -m venv venv && venv/bin/pip install networkx==3.6.1
    venv/bin/python benches/corpus/public.py

A file has lines of fields that tabs divide: `node, label, camp (or nothing)` and `tie, from, to` (numbers of nodes, from
0); lines that begin with # say whence it is.
"""

import pathlib

import networkx as nx

GRAPHS = {
    "karate": (nx.karate_club_graph, "Zachary's karate club (W. W. Zachary, 1977)", "club"),
    "davis": (nx.davis_southern_women_graph, "Southern women and events (A. Davis, B. B. Gardner, M. R. Gardner, 1941)", "bipartite"),
    "florentine": (nx.florentine_families_graph, "Florentine families' marriages (J. F. Padgett)", None),
    "les-miserables": (nx.les_miserables_graph, "Les Misérables, who appears with whom (D. E. Knuth, 1993)", None),
    "kite": (nx.krackhardt_kite_graph, "The kite (D. Krackhardt, 1990)", None),
}


def main():
    here = pathlib.Path(__file__).parent
    for name, (make, title, camp) in GRAPHS.items():
        graph = make()
        lines = [f"# {title}, as shipped by NetworkX {nx.__version__} (BSD-3-Clause)."]
        places = {node: place for place, node in enumerate(graph)}
        titles = {0: "Women", 1: "Events"}
        for node, fields in graph.nodes(data=True):
            label = f"Person {node + 1}" if isinstance(node, int) else node
            group = fields.get(camp, "")
            lines.append("\t".join(["node", label, titles.get(group, group)]))
        lines += ["\t".join(["tie", str(places[u]), str(places[v])]) for u, v in graph.edges()]
        (here / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
