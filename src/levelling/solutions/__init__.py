"""Chapter 2: who and what could change it, and does the money go where the need is.

One room an analysis: the register of enablers, who covers a place, money against need, from need to enabler, health in all
policies, outcome frameworks, the provider market, and anchor institutions.
"""
