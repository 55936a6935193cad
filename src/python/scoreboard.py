"""What a bench run found: medians, floating-point rates, agreement of losses; as tables for people, and as markdown."""

import statistics

AGREEMENT = 1e-3  # the relative difference that losses of the same network from the same start may have


def summary(team, workload, flops, peak):
    """One contender's numbers. The peak is the sgemm rate of the same cores, in operations a second."""
    row = {"contender": team.name, "failure": team.failure, "setting": team.told.get("setting", ""),
           "losses": team.told.get("losses", []), "versions": team.told.get("versions", {}), "rounds": team.rounds}
    if not team.failure and team.rounds:
        rates = [one["rate"] for one in team.rounds]
        middle = statistics.median(rates)
        answer = team.rounds[0]["answers"][0]
        row.update(rate=middle, least=min(rates), most=max(rates), flops=middle * flops, share=middle * flops / peak if peak else None,
                   milliseconds=1e3 * answer["images"] / answer["steps"] * len(team.members) / middle, megabytes=team.peak,
                   others=statistics.median(one["others"] for one in team.rounds))
    return row


def disagreement(rows):
    """What is wrong with the losses told, "" if nothing: all contenders begin alike, so their first losses must be the same."""
    told = [row for row in rows if row["losses"]]
    for row in told[1:]:
        for step, (first, other) in enumerate(zip(told[0]["losses"], row["losses"], strict=True)):
            if not abs(first - other) <= AGREEMENT * max(abs(first), abs(other)):  # also when one is not a number
                place = "at the start" if step == 0 else f"of training step {step}"
                return f"the loss {place} is {first:.6f} in {told[0]['contender']}, but {other:.6f} in {row['contender']}"
    return ""


def ratio_to_best(rows, ours):
    """Our images a second over those of the best other contender, and its name; None without both."""
    mine = [row for row in rows if row["contender"] == ours and "rate" in row]
    others = [row for row in rows if row["contender"] != ours and "rate" in row]
    if not mine or not others:
        return None
    best = max(others, key=lambda row: row["rate"])
    return mine[0]["rate"] / best["rate"], best["contender"]


def number(value):
    """Four digits, as far as they say something."""
    return "–" if value is None else f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


HEADINGS = ["contender", "images/s", "from – to", "ms a step", "GFLOP/s", "of sgemm", "peak MB", "ours is", "setting"]


def cells(row, ours):
    if "rate" not in row:
        return [row["contender"], "failed"] + [""] * 7
    share = "–" if row["share"] is None else f"{100 * row['share']:.0f} %"
    return [row["contender"], number(row["rate"]), f"{number(row['least'])} – {number(row['most'])}", number(row["milliseconds"]),
            number(row["flops"] / 1e9), share, number(row["megabytes"]), f"{ours / row['rate']:.2f} x" if ours else "", row["setting"]]


def table(rows, ours):
    """One workload for a terminal."""
    mine = next((row.get("rate") for row in rows if row["contender"] == ours), None)
    lines = [HEADINGS] + [cells(row, mine) for row in rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEADINGS))]
    text = ["  ".join(cell.ljust(width) if i in (0, len(widths) - 1) else cell.rjust(width)
                      for i, (cell, width) in enumerate(zip(line, widths))).rstrip() for line in lines]
    told = next((row["losses"] for row in rows if row["losses"]), [])
    text += disturbed(rows)
    if told:
        text.append("first losses: " + " ".join(f"{loss:.5f}" for loss in told)
                    + ("; all agree" if sum(bool(row["losses"]) for row in rows) > 1 and not disagreement(rows) else ""))
    best = ratio_to_best(rows, ours)
    if best:
        text.append(f"{ours}: {best[0]:.2f} times the best other contender, {best[1]}")
    return "\n".join("    " + line for line in text)


def disturbed(rows):
    """A remark when other programs had a part of the cores."""
    most = max((row.get("others", 0) for row in rows), default=0)
    return [f"other programs took up to {100 * most:.0f} % of the cores meanwhile: these numbers are doubtful"] if most > 0.05 else []


def markdown(results, ours):
    """All workloads in one table for a README: images a second, and in the last column ours against the best other."""
    names = list(dict.fromkeys(row["contender"] for result in results for row in result["rows"]))
    lines = ["| images a second | " + " | ".join(names) + " | ours, of the best other | of sgemm |",
             "|---|" + "---:|" * (len(names) + 2)]
    for result in results:
        rates = {row["contender"]: row for row in result["rows"]}
        found = [number(rates[name]["rate"]) if "rate" in rates.get(name, {}) else "–" for name in names]
        best = ratio_to_best(result["rows"], ours)
        share = rates.get(ours, {}).get("share")
        lines.append(f"| {result['title']} | " + " | ".join(found) + f" | {f'{best[0]:.2f} x' if best else '–'} | "
                     + (f"{100 * share:.0f} % |" if share else "– |"))
    return "\n".join(lines)
