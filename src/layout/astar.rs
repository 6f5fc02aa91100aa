//! The search for one tie's way: lazy A*, see [`super::route`].
//!
//! Cost: O(s log s) for s pieces of way in the queue, at most a piece for each two bends that see each other; each piece that comes
//! first is priced among all ties routed so far. Limit: after [`MOST_STEPS`] of them the tie has no way.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::energy::Link;
use super::geometry::{Point, Rect, least};
use super::index::{at, put};
use super::ports::Port;
use super::price::{Pricing, bend_cost, exit_cost};
use super::route::{Router, Way};
use super::sights::Sights;
use super::traffic::Traffic;

/// The search for one way gives up after this many steps.
const MOST_STEPS: usize = 30_000;
/// Bends nearer to each other than this are lanes of one corner, not two bends.
const SHORTEST_PIECE_PX: f64 = 2.0;

/// The cheapest way for a link among those routed so far; without points if all are dearer than `bound`.
pub(super) fn find(router: &Router, link: &Link, bound: f64) -> Way {
    let mut search = Astar::new(router, link, bound);
    search.leave();
    for _ in 0..MOST_STEPS {
        let Some(step) = search.queue.pop() else {
            break;
        };
        let (from, to) = (search.place(step.from, true), search.place(step.to, false));
        if let Place::Bend(bend) = step.to
            && at(&search.reached, bend)
        {
            continue;
        }
        if !step.counted {
            let among = search.among.as_ref();
            // Dearer than that it is not queued again. (A little more: what is rounded off must not let it pass half counted.)
            let limit = search.bound - step.rank + 1e-6;
            let traffic = router.piece_cost(among, Pricing::Search, link, (from, to), limit);
            if traffic > 0.0 {
                search.push(Step {
                    cost: step.cost + traffic,
                    rank: step.rank + traffic,
                    counted: true,
                    ..step
                });
                continue;
            }
        }
        match step.to {
            Place::Port(_) => return search.way(&step),
            Place::Bend(bend) => {
                put(&mut search.reached, bend, true);
                put(&mut search.before, bend, step.from);
                search.go_on(bend, step.cost, to.from(from), to);
            }
        }
    }
    Way::default()
}

struct Astar<'a> {
    router: &'a Router<'a>,
    link: &'a Link,
    /// The ties in its way, if they are only a part of all.
    among: Option<Traffic>,
    starts: &'a [Port],
    goals: &'a [Port],
    /// What each of the goal's ports costs.
    goal_costs: Vec<f64>,
    goal_box: Rect,
    queue: BinaryHeap<Step>,
    /// What the cheapest whole way found so far costs, traffic included: nothing dearer is queued.
    bound: f64,
    /// For each bend, whether its cheapest way is known, and where that comes from.
    reached: Vec<bool>,
    before: Vec<Place>,
}

impl<'a> Astar<'a> {
    fn new(router: &'a Router, link: &'a Link, bound: f64) -> Self {
        let ports_of = |node: usize| router.ports.get(node).map_or(&[][..], |ports| ports);
        let goals = ports_of(link.to);
        let bends = router.visibility.bends.len();
        Self {
            router,
            link,
            among: router.among(link),
            starts: ports_of(link.from),
            goals,
            goal_costs: goals
                .iter()
                .map(|port| router.port_cost(link.to, port))
                .collect(),
            goal_box: at(router.boxes, link.to),
            queue: BinaryHeap::new(),
            bound,
            reached: vec![false; bends],
            before: vec![Place::Port(0); bends],
        }
    }

    /// Queues every piece from the start's ports: straight to the goal's, and to the bends they see.
    fn leave(&mut self) {
        let (router, link) = (self.router, self.link);
        for (index, start) in self.starts.iter().enumerate() {
            let from = Place::Port(index);
            let start_cost = router.port_cost(link.from, start);
            for (goal_index, goal) in self.goals.iter().enumerate() {
                if let (Some(out), Some(into)) =
                    (exit_cost(start, goal.at), exit_cost(goal, start.at))
                    && router
                        .visibility
                        .sees(start.at, goal.at, link.from, link.to)
                {
                    let ends = start_cost + out + at(&self.goal_costs, goal_index) + into;
                    let cost = ends + start.at.distance(goal.at);
                    self.queue(cost, from, Place::Port(goal_index));
                }
            }
        }
        // The straight way that looks best, with its traffic, spares most of what would be queued to go round it.
        if let Some(step) = self.queue.peek().copied() {
            let (from, to) = (self.place(step.from, true), self.place(step.to, false));
            let (among, limit) = (self.among.as_ref(), self.bound - step.cost);
            let traffic = router.piece_cost(among, Pricing::Search, link, (from, to), limit);
            self.bound = least(self.bound, step.cost + traffic);
        }
        let start_costs: Vec<f64> = self
            .starts
            .iter()
            .map(|port| router.port_cost(link.from, port))
            .collect();
        for sight in router
            .sights
            .get(link.from)
            .map_or(&[][..], |sights| &sights.all)
        {
            let cost = at(&start_costs, sight.port) + sight.cost;
            self.queue(cost, Place::Port(sight.port), Place::Bend(sight.bend));
        }
    }

    /// Queues every piece on from a bend that was reached at `cost`, arriving by the step `arrival`.
    fn go_on(&mut self, bend: usize, cost: f64, arrival: Point, here: Point) {
        let router = self.router;
        for sight in router
            .sights
            .get(self.link.to)
            .map_or(&[][..], |sights: &Sights| sights.of(bend))
        {
            let leave = self.place(Place::Port(sight.port), false).from(here);
            if let Some(turn) = bend_cost(arrival, leave) {
                let end = at(&self.goal_costs, sight.port) + sight.cost;
                self.queue(
                    cost + turn + end,
                    Place::Bend(bend),
                    Place::Port(sight.port),
                );
            }
        }
        for &next in router.visibility.neighbours(bend) {
            let next = Place::Bend(next as usize);
            let leave = self.place(next, false).from(here);
            let length = leave.length();
            if length >= SHORTEST_PIECE_PX
                && let Some(turn) = bend_cost(arrival, leave)
            {
                self.queue(cost + length + turn, Place::Bend(bend), next);
            }
        }
    }

    /// The way that ends with this step.
    fn way(&self, last: &Step) -> Way {
        let mut points = vec![self.place(last.to, false)];
        let mut place = last.from;
        while let Place::Bend(bend) = place {
            points.push(self.place(place, true));
            place = at(&self.before, bend);
        }
        points.push(self.place(place, true));
        points.reverse();
        Way {
            points,
            cost: last.cost,
            ..Way::default()
        }
    }

    /// Where a place is: a port is one of the start's or of the goal's.
    fn place(&self, place: Place, of_start: bool) -> Point {
        match place {
            Place::Port(port) => at(if of_start { self.starts } else { self.goals }, port).at,
            Place::Bend(bend) => at(&self.router.visibility.bends, bend).at,
        }
    }

    fn queue(&mut self, cost: f64, from: Place, to: Place) {
        let ahead = match to {
            Place::Bend(bend) if at(&self.reached, bend) => return,
            Place::Bend(_) => self.goal_box.distance(self.place(to, false)),
            Place::Port(_) => 0.0,
        };
        self.push(Step {
            rank: cost + ahead,
            cost,
            from,
            to,
            counted: false,
        });
    }

    fn push(&mut self, step: Step) {
        if step.rank > self.bound {
            return;
        }
        if step.counted && matches!(step.to, Place::Port(_)) {
            self.bound = step.cost;
        }
        self.queue.push(step);
    }
}

/// A piece of way in the queue.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// The cost to its end plus the least there is still to come.
    rank: f64,
    /// The cost to its end.
    cost: f64,
    /// Where it begins: a bend, or one of the start's ports.
    from: Place,
    /// Where it ends: a bend, or one of the goal's ports.
    to: Place,
    /// Whether the traffic is in the cost.
    counted: bool,
}

/// An end of a piece.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    /// One of the ports of the link's start or of its goal, by index.
    Port(usize),
    /// A bend, by index.
    Bend(usize),
}

impl Default for Place {
    fn default() -> Self {
        Self::Port(0)
    }
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Step {}
impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Step {
    /// The heap's greatest is the step of the least rank.
    fn cmp(&self, other: &Self) -> Ordering {
        other.rank.total_cmp(&self.rank)
    }
}
