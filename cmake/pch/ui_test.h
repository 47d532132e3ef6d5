#pragma once

// Precompiled: for tests of the window.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "cmake/pch/qt.h"
