"""Words that news English uses for the same thing: a claim says "chopper" where the record says "helicopter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rnk_timeline.check.stems import stem

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_SAME = """
    children kids pupils schoolchildren schoolkids youngsters
    helicopter chopper
    plane planes aircraft jet airliner airplane aeroplane
    ship vessel boat freighter
    money cash funds
    car limousine limo automobile vehicle
    programmers coders developers
    covid coronavirus pandemic
    icbm intercontinental
    ammunition ammo munitions
    shells rounds
    artillery guns howitzers cannon
    border frontier
    petroleum fuel petrol
    telegram cable cabled wire wired telegraph
    letter message note missive
    hospital clinic
    doctor medic physician
    prison jail
    troops soldiers servicemen
    factory plant
    workers labourers employees staff
    parliament assembly lawmakers legislature deputies
    railway rail railroad
    firm company business corporation
    ambassador envoy
    satellite spacecraft
    tourists holidaymakers travellers visitors
    flood floods flooding deluge
    chief head boss director
    nuclear atomic nuke nukes bomb
    crew sailors seamen
    fishermen fishers anglers poachers
    monument statue memorial
    talks negotiations consultations
    curbs sanctions restrictions penalties embargo
    debt debts arrears
    bodies remains
    wounded injured hurt
    drone drones uav uavs unmanned
    port harbour
    airport airfield airbase
    rouble roubles ruble rubles
    timber logging lumber loggers
    smuggling smuggle illicit illegal unlawful
    aid assistance relief
    beach seaside coastal
    hackers hacking cyber
    cryptocurrency crypto virtual
    probe inquiry investigation
    summit meeting
    panel watchdog monitors
    renewal extension
    mandate term
    weapons arms arsenal
    classes lessons
    learn taught teaching lessons study
    language lingo
    vow pledge promise
    visa visas
    trucks truck engines lorries lorry
    cargo freight
    swapped exchanged swap exchange
    prisoner pow pows captive captives
    woodcutters loggers lumberjacks
    succeed succeeded success successful successfully
    fail failed fails failure flop flopped fizzled unsuccessful
    explode exploded explosion blew blown burst
    spy reconnaissance
    liftoff takeoff launch
    donate donation gift
    void invalid annulled
    sooner earlier ahead
    schedule planned
    birthday anniversary
    funeral burial buried
    trustees trusteeship
    restaurant eatery
    volunteers recruits
    harvest crop crops
    idea initiative
    teacher teachers instructor instructors
    envoys diplomats
    singer singers artists performers musicians
    prosecutor prosecutors
    refugee refugees defector defectors
    tons tonnes tonne
    bid application request
    pics images pictures photos photographs
    demining deminers mines sappers
    hauling hauled carrying carried transporting transported
    blocked veto vetoed
    wishes greetings congratulations
    scarce shortage shortages
    hugged embraced
    untrue false bogus fabricated
    row quarrel
    rebuild rebuilding reconstruction restore
    praised commended lauded hailed
    rethink reconsider review revision
    hired recruited
    pitched proposed proposal suggested floated mooted
    stall delay hold
    spotted seen saw
    ease easing eased loosen relax soften
    fall fell fallen drop dropped declined shrank
    rise rose risen grew climbed jumped
    internet web
    goal target
    annual yearly
    sos distress mayday
    capital state
"""
_OTHERS = {stem(word): line.split() for line in _SAME.strip().splitlines() for word in line.split()}


def others_for(word: str) -> list[str]:
    """Return the words that are used for the same thing as a word, itself among them; none if it has no others."""
    return _OTHERS.get(stem(word), [])


def is_among(word: str, beginnings: AbstractSet[str]) -> bool:
    """Tell whether a word, or another for the same thing, is among words given by their beginnings."""
    return stem(word) in beginnings or any(stem(other) in beginnings for other in others_for(word))
