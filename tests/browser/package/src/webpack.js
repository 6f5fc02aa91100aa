import "actor-map";
