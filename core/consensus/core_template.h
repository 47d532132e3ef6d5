#pragma once

// The bodies of BasicCore: for core.cpp and for the simulator, which instantiates it with faults of its
// own.

#include "core/consensus/core_election.h"
#include "core/consensus/core_follower.h"
#include "core/consensus/core_leader.h"
#include "core/consensus/core_step.h"
