"""Power cuts while the real application writes: at every block operation of littlefs, torn or
whole, and at every step of an NVS write.

    power_cuts.py FOLDER_OF_FLASH_DISK CAMPAIGN CUTS SEED

CAMPAIGN: settings, history, update, snapshot, wizard. First every cut there is, from one state;
then cuts by chance, one after the other on the same memories, until there were CUTS of them. The
last line counts: cuts, lost, unbootable, short. MicroPython's unix port only.
"""

import gc
import random
import sys

sys.path.insert(0, sys.argv[1])
import flash_disk

sys.path.pop(0)  # there are more simulated modules
import power_cuts_files
import power_cuts_snapshot
import power_cuts_update
import power_cuts_wizard

CAMPAIGNS = {
    "settings": power_cuts_files.Settings,
    "history": power_cuts_files.History,
    "update": power_cuts_update.Update,
    "snapshot": power_cuts_snapshot.Snapshot,
    "wizard": power_cuts_wizard.Wizard,
}


def run(campaign, cuts):
    """campaign: begin() makes the first state, act() is cut, check() boots and judges, which
    counts in .lost, .unbootable, .short; settle() goes on to a state that act() can begin from."""
    supply = power_cuts_files.supply
    campaign.begin()
    kept = supply.kept()
    there = max(1, supply.counted(campaign.act))
    done = 0
    for k in range(there):
        if done == cuts:
            return done
        supply.back(kept)
        campaign.boot()
        campaign.remember()
        done += one(campaign, supply, (k + (seed - 1) * cuts) % there)
    supply.back(kept)
    campaign.boot()
    campaign.remember()
    while done < cuts:
        done += one(campaign, supply, random.randrange(there))
        campaign.settle()
    return done


def one(campaign, supply, number) -> int:
    """1 when the power went, 0 when act() needed less this time."""
    supply.cut_at(number)
    try:
        campaign.act()
    except flash_disk.PowerCut:
        pass
    except (OSError, AssertionError, ValueError):
        if not supply.disk.dead:
            raise
    if not supply.disk.dead:
        supply.disk.cut_at = supply.nvs_cut = -1
        return 0
    campaign.check()
    return 1


name, cuts, seed = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
random.seed(seed)
gc.disable()  # a file that the cut left open is closed in the middle of littlefs otherwise
campaign = CAMPAIGNS[name]()
done = run(campaign, cuts)
print(
    "%s: %d cuts, %d lost, %d unbootable, %d short"
    % (name, done, campaign.lost, campaign.unbootable, campaign.short)
)
